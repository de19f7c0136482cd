-- Cases that have no run: recorded in full, with nothing to do until a press or their time, in county time (ms). None: a press alone.
create table asleep (
  case_no text primary key,
  matter text not null,
  wakes_at bigint
);
create index asleep_wakes on asleep (wakes_at) where wakes_at is not null;
