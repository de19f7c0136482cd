-- 管理: what was changed about people and their posts, by whom and why; never changed itself.
create table administration (
  id bigint generated always as identity primary key,
  at bigint not null,
  by_person text not null references person (id),
  -- the unit whose matter it was
  unit text not null,
  what text not null,
  why text not null
);
create index administration_unit on administration (unit, id);
