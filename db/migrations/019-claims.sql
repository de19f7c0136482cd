-- What a live case has for itself: of a matter, the applicant; of another pool, a name.
alter table live_claim rename column matter to pool;
alter table live_claim rename column applicant to value;
