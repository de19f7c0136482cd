-- The case a case was opened for.
alter table case_head add column parent text;
create index case_by_parent on case_head (parent) where parent is not null;
