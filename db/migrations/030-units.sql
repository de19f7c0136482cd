-- 单位: as the county's file says, until the county has changed it here. One that has joined another is answered for by it.
alter table unit
  add column joined text references unit (id),
  add column changed boolean not null default false,
  add constraint unit_joins_another check (joined <> id);
create index unit_joined on unit (joined) where joined is not null;
