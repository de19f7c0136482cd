-- What was decided and when, for the figures of a month.
create index decided_entry on entry (at) where event ->> 'type' = 'decided';
create index entry_at on entry (at);
