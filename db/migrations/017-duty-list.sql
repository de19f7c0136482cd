-- 职责清单: which unit is competent for what, from when. The newest entry that covers a day counts on it; a ruling is an entry.
create table duty_item (
  id bigint generated always as identity primary key,
  code text not null,
  kind text not null,
  item text not null,
  unit text not null,
  basis text not null,
  valid_from date not null,
  valid_to date,
  -- What entered it: an import, or a ruling by its key; once.
  source text not null,
  withdrawn boolean not null default false,
  recorded_at timestamptz not null default now(),
  unique (source, code, valid_from)
);
create index duty_by_code on duty_item (code, valid_from desc, id desc) where not withdrawn;
