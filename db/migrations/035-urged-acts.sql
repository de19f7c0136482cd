-- How often an open act has been urged, with the rest of its row.
alter table open_act add column urged int not null default 0;
update open_act a set urged = (
  select count(*) from entry e
  where e.case_no = a.case_no and e.event ->> 'type' = 'urged' and e.event ->> 'act' = a.key and e.at >= a.opened_at
);
drop index urged_entry;
