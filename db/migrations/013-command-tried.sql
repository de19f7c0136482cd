-- An attempt whose end is not known: the case may have taken the command, so nothing may overtake it.
alter table command add column tried boolean not null default false;
