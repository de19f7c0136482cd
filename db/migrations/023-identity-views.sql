-- Whenever an identity number was shown in full: whose case, to whom, for what.
create table identity_view (
  id bigint generated always as identity primary key,
  case_no text not null,
  field text not null,
  person text not null references person (id),
  purpose text not null,
  at bigint not null
);
create index identity_view_case on identity_view (case_no, id);
