-- What has left stays in view when its decision no longer stands, with what undoes it.
alter table effect
  add column kind text not null default 'harmless',
  add column withdrawn_by int,
  add column undoes text;

-- Decisions that another must affirm, and what an act's earlier rounds have used.
alter table case_head add column unaffirmed jsonb not null default '[]';
create index case_unaffirmed on case_head (opened_at desc, case_no desc) where unaffirmed <> '[]';
alter table open_act
  add column used_before int not null default 0,
  add column provisional boolean not null default false;
