-- Cases whose run does not decide what has fallen due are looked for whenever anybody asks whether all is well.
create index case_due_to_wake on case_head (wake_at) where state = 'open' and wake_at is not null;
