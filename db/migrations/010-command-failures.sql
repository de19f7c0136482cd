-- A command its case cannot take for a fault of its own is tried less and less often, and lets news of tables pass.
alter table command
  add column failures int not null default 0,
  add column failed_at timestamptz;
