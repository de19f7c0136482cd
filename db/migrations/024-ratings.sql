-- 评价: what an applicant thought of how their case was handled, once it was over.
create table rating (
  case_no text primary key,
  matter text not null,
  unit text not null,
  score int not null check (score between 1 and 5),
  words text not null,
  at bigint not null
);
create index rating_at on rating (at);
