-- 县里确认: a row of local configuration that the county has confirmed, who and why. `row_hash` is of the whole row.
create table sign_off (
  rule text not null,
  row_hash text not null,
  by_person text not null references person (id),
  at bigint not null,
  why text not null,
  primary key (rule, row_hash)
);
