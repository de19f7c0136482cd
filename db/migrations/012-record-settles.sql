-- Whoever records what a command entered settles the command with it. What is recorded already is not written again.
drop function record_case(jsonb, jsonb, text, jsonb);

create function record_case(entries jsonb, projection jsonb) returns int
language plpgsql as $$
declare
  head jsonb := projection -> 'head';
  the_case text := head ->> 'caseNo';
  newest int;
begin
  select seq into newest from case_head where case_no = the_case and seq >= (head ->> 'seq')::int;
  if found and not exists (
    select from jsonb_array_elements(entries) e
    where not exists (select from entry known where known.case_no = e ->> 'caseNo' and known.seq = (e ->> 'seq')::int
                      and known.command_id = e ->> 'commandId')
      or exists (select from command c where c.id = e ->> 'commandId' and c.state = 'waiting')
  ) then
    return newest;
  end if;

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

  update command c set state = 'accepted', reply = jsonb_build_object('seq', entered.seq), settled_at = now()
  from (
    select e ->> 'commandId' as id, max((e ->> 'seq')::int) as seq from jsonb_array_elements(entries) e group by 1
  ) entered
  where c.id = entered.id and c.state = 'waiting';

  select seq into newest from case_head where case_no = the_case;
  perform pg_notify('case_changed', the_case || ' ' || newest);
  return newest;
end $$;
