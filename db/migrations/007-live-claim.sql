-- One live case per applicant and matter: claimed with the number, let go of when the case is closed.
create table live_claim (
  matter text not null,
  applicant text not null,
  case_no text not null,
  unit text not null,
  primary key (matter, applicant)
);
create index live_claim_by_case on live_claim (case_no);

insert into live_claim (matter, applicant, case_no, unit)
select distinct on (matter, applicant) matter, applicant, case_no, unit from case_head where state <> 'closed'
order by matter, applicant, opened_at;

create function let_go_of_claim() returns trigger language plpgsql as $$
begin
  delete from live_claim where case_no = new.case_no;
  return null;
end $$;
create trigger claim_ends after insert or update of state on case_head
  for each row when (new.state = 'closed') execute function let_go_of_claim();
