-- Codes given to the county to assign. One that a case has drawn is never another's.
create table pool_code (
  pool text not null,
  code text not null,
  place bigint generated always as identity,
  case_no text,
  drawn_at timestamptz,
  primary key (pool, code)
);
create index pool_free on pool_code (pool, place) where case_no is null;
create unique index pool_drawn on pool_code (pool, case_no) where case_no is not null;
