-- An applicant at their own case: a code sent to the telephone on it, then a session of that case and no other.
create table one_time_code (
  case_no text primary key,
  code_hash text not null,
  tries int not null default 0,
  expires_at timestamptz not null
);
create table citizen_session (
  token_hash text primary key,
  case_no text not null,
  expires_at timestamptz not null
);
