-- What followed from an entry by the process, written with it; null in entries from before it was kept.
alter table entry add column derived jsonb;

-- One call, one transaction: ledger rows, read model and the command's reply change together.
-- Entries already there must be the same (same command); the read model is replaced only by a newer or equal seq.
create or replace function record_case(entries jsonb, projection jsonb, command_id text, reply jsonb) returns int
language plpgsql as $$
declare
  head jsonb := projection -> 'head';
  the_case text := head ->> 'caseNo';
  newest int;
begin
  insert into entry (case_no, seq, at, wall, command_id, command_hash, actor, process_version, calendar_version, rule_versions, event, derived)
  select e ->> 'caseNo', (e ->> 'seq')::int, (e ->> 'at')::bigint, (e ->> 'wall')::bigint, e ->> 'commandId', e ->> 'commandHash',
         e -> 'actor', (e ->> 'processVersion')::int, e ->> 'calendarVersion', e -> 'ruleVersions', e -> 'event', e -> 'derived'
  from jsonb_array_elements(entries) e
  on conflict (case_no, seq) do nothing;

  if exists (
    select from jsonb_array_elements(entries) e
    join entry known on known.case_no = e ->> 'caseNo' and known.seq = (e ->> 'seq')::int
    where known.command_id <> e ->> 'commandId'
  ) then
    raise exception 'LEDGER_FORK: case % has another entry at the same seq', the_case;
  end if;

  perform project_case(projection);

  if command_id is not null then
    update command c set state = 'accepted', reply = record_case.reply, settled_at = now()
    where c.id = record_case.command_id and c.state = 'waiting';
  end if;

  select seq into newest from case_head where case_no = the_case;
  perform pg_notify('case_changed', the_case || ' ' || newest);
  return newest;
end $$;
