-- How often an open act has been urged, for the row of an inbox.
create index urged_entry on entry (case_no) where event->>'type' = 'urged';
