-- A month's figures as they were frozen: never written again.
create table frozen_period (
  month text not null,
  formula int not null,
  body text not null,
  sha256 text not null,
  frozen_at timestamptz not null default now(),
  primary key (month, formula)
);
