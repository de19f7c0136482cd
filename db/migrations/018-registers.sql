-- What processes have written into registers: of a subject, from a day on.
create table register_row (
  case_no text not null,
  key text not null,
  register text not null,
  subject text not null,
  valid_from text not null,
  valid_to text,
  data jsonb not null,
  words text not null,
  seq int not null,
  at bigint not null,
  primary key (case_no, key)
);
create index register_by_subject on register_row (register, subject, valid_from, at, case_no, seq);
