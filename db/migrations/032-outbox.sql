-- What is to leave a case, in the order it was said: queued by whoever records it, in the same transaction, and gone once
-- it has been taken or the case has been told that it was not.
alter table effect
  add column attempt int not null default 1,
  add column held boolean not null default false;

create table outbox (
  place bigint generated always as identity,
  case_no text not null,
  key text not null,
  again_at timestamptz not null default now(),
  primary key (case_no, key)
);
