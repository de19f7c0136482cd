-- The spine: the ledger is the legal record; the read model is derived from it and replaced whole with each newer seq.

create table unit (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('county', 'department', 'township')),
  parent text references unit
);

create table person (
  id text primary key,
  name text not null,
  username text not null unique,
  password_hash text not null,
  -- keyed hash of the identity number, for 回避
  identity text not null
);

create table post (
  id text primary key,
  person text not null references person,
  unit text not null references unit,
  role text not null,
  valid_from date not null,
  valid_to date
);
create index post_by_person on post (person);
create index post_by_office on post (unit, role);

create table session (
  token_hash text primary key,
  person text not null references person,
  expires_at timestamptz not null
);

-- A press, journaled before anything else happens to it. `place` is the order of arrival.
create table command (
  id text primary key,
  place bigint generated always as identity,
  case_no text not null,
  matter text not null,
  hash text not null,
  actor jsonb not null,
  body jsonb not null,
  at bigint not null,
  wall bigint not null,
  seen_seq int,
  person text,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  reply jsonb,
  -- its sender has been told it will be delivered later: nothing of the case may overtake it
  deferred boolean not null default false,
  -- news for the case that may come at any time (a new calendar): nothing waits for it, and it waits for everything
  background boolean not null default false,
  -- refused after its sender had been told it would be delivered: shown in the inbox until read
  late_refusal boolean not null default false,
  told_at timestamptz,
  settled_at timestamptz
);
create index command_waiting on command (case_no, place) where state = 'waiting';
create index command_untold on command (person) where late_refusal and told_at is null;

create table entry (
  case_no text not null,
  seq int not null,
  at bigint not null,
  wall bigint not null,
  command_id text not null,
  command_hash text not null,
  actor jsonb not null,
  process_version int not null,
  calendar_version text not null,
  rule_versions jsonb not null,
  event jsonb not null,
  primary key (case_no, seq)
);

create table case_head (
  case_no text primary key,
  matter text not null,
  version int not null,
  seq int not null,
  at bigint not null,
  state text not null,
  stage text not null,
  outcome text,
  unit text not null,
  opened_at bigint not null,
  accepted_at bigint,
  closed_at bigint,
  due_at bigint,
  risk_at bigint,
  wake_at bigint,
  labels jsonb not null,
  troubles jsonb not null,
  -- keyed hash of the applicant's identity number: finds a case, shows nobody
  applicant text not null
);
create index case_register on case_head (unit, matter, state, opened_at desc, case_no);
create index case_by_applicant on case_head (applicant, matter);
create index case_overdue on case_head (due_at) where state <> 'closed';

create table open_act (
  case_no text not null,
  key text not null,
  matter text not null,
  name text not null,
  kind text not null,
  unit text not null,
  role text not null,
  assignee text,
  round int not null,
  opened_at bigint not null,
  due_at bigint,
  risk_at bigint,
  -- the order of the inbox: what is due first, and what has no limit last
  urgency bigint not null generated always as (coalesce(due_at, 9000000000000000)) stored,
  primary key (case_no, key)
);
create index inbox on open_act (unit, role, urgency, case_no, key);

create table case_clock (
  case_no text not null,
  key text not null,
  name text not null,
  kind text not null,
  started_at bigint not null,
  stopped_at bigint,
  due_at bigint,
  risk_at bigint,
  provisional boolean not null,
  primary key (case_no, key)
);
create index running_clock on case_clock (due_at) where stopped_at is null;

create table effect (
  case_no text not null,
  key text not null,
  name text not null,
  system text not null,
  payload jsonb not null,
  seq int not null,
  primary key (case_no, key)
);

-- What really left the house, and its receipt: recorded, not derived, so no rebuild can lose it.
create table delivery (
  case_no text not null,
  key text not null,
  receipt jsonb not null,
  delivered_at timestamptz not null default now(),
  primary key (case_no, key)
);

create table notice (
  case_no text not null,
  key text not null,
  name text not null,
  audience text not null,
  text jsonb not null,
  seq int not null,
  at bigint not null,
  until bigint,
  primary key (case_no, key)
);
create index public_notice on notice (until) where audience = 'public';

create table calendar (
  version text primary key,
  body jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  why text not null
);

create table rule (
  name text not null,
  version text not null,
  body jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  why text not null,
  primary key (name, version)
);

create table attachment (
  sha256 text primary key,
  media_type text not null,
  bytes bigint not null
);
-- Who brought it in, and so which units may look at it.
create table attachment_unit (
  sha256 text not null references attachment,
  unit text not null references unit,
  uploaded_by text not null references person,
  uploaded_at timestamptz not null default now(),
  primary key (sha256, unit)
);

create table case_number (
  matter text not null,
  year int not null,
  last int not null,
  primary key (matter, year)
);

create table callback_nonce (
  nonce text primary key,
  until timestamptz not null
);

create table county_clock (
  one boolean primary key default true check (one),
  wall0 bigint not null,
  county0 bigint not null,
  speed double precision not null
);
