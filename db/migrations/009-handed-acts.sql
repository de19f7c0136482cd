-- Who had an act in hand when their post ended, until somebody takes it up.
alter table open_act add column lapsed_from text;
create index open_act_lapsed on open_act (urgency, case_no, key) where lapsed_from is not null;
-- What is in somebody's hands is theirs whatever their role.
create index open_act_in_hand on open_act (assignee, urgency, case_no, key) where assignee is not null;
