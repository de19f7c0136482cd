-- People who apply by themselves: reached by a telephone that answered, with the materials they have sent in so far.
create table applicant_session (
  token_hash text primary key,
  phone text not null,
  expires_at timestamptz not null
);
create table applicant_material (
  sha256 text not null references attachment,
  token_hash text not null references applicant_session on delete cascade,
  primary key (sha256, token_hash)
);
