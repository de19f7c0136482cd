-- What each part of the read model was last written from: a part that says the same is not written again.
alter table case_head add column parts jsonb not null default '{}';
