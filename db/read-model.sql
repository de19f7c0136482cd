-- The functions that write what a case decided. Applied again whenever this file has changed, after the numbered ones.
-- One whose arguments have changed leaves the former one where it is: the release before this one may still be running.

-- The read model of one case, from its projection; a part left out of it, or the same as before, stays as it is. Used by
-- every writer and by the rebuild. Answers the newest seq of the case.
create or replace function project_case(projection jsonb) returns int
language plpgsql as $$
declare
  head jsonb := projection -> 'head';
  the_case text := head ->> 'caseNo';
  parts jsonb := jsonb_strip_nulls(jsonb_build_object(
    'acts', md5((projection -> 'acts')::text), 'clocks', md5((projection -> 'clocks')::text),
    'effects', md5((projection -> 'effects')::text), 'notices', md5((projection -> 'notices')::text),
    'records', md5((projection -> 'records')::text)));
  newest int;
  -- As the row was when this one had it to itself: another recording of the case may have come in between.
  before jsonb;
begin
  insert into case_head (case_no, matter, version, seq, at, state, stage, outcome, unit, opened_at, accepted_at, closed_at,
                         due_at, risk_at, wake_at, labels, troubles, unaffirmed, applicant, parent, parts)
  values (the_case, head ->> 'matter', (head ->> 'version')::int, (head ->> 'seq')::int, (head ->> 'at')::bigint,
          head ->> 'state', head ->> 'stage', head ->> 'outcome', head ->> 'unit', (head ->> 'openedAt')::bigint,
          (head ->> 'acceptedAt')::bigint, (head ->> 'closedAt')::bigint, (head ->> 'dueAt')::bigint,
          (head ->> 'riskAt')::bigint, (head ->> 'wakeAt')::bigint, head -> 'labels', head -> 'troubles', head -> 'unaffirmed', head ->> 'applicant', head ->> 'parent', parts)
  on conflict (case_no) do update set
    version = excluded.version, seq = excluded.seq, at = excluded.at, state = excluded.state, stage = excluded.stage,
    outcome = excluded.outcome, unit = excluded.unit, accepted_at = excluded.accepted_at, closed_at = excluded.closed_at,
    due_at = excluded.due_at, risk_at = excluded.risk_at, wake_at = excluded.wake_at, labels = excluded.labels,
    troubles = excluded.troubles, unaffirmed = excluded.unaffirmed, parts = case_head.parts || excluded.parts
  where case_head.seq <= excluded.seq
  returning case_head.seq, old.parts into newest, before;
  if newest is null then
    select seq into newest from case_head where case_no = the_case;
    return newest;
  end if;

  if parts ->> 'acts' <> coalesce(before ->> 'acts', '') then
    delete from open_act o where o.case_no = the_case
      and not exists (select from jsonb_array_elements(projection -> 'acts') a where a ->> 'key' = o.key);
    insert into open_act (case_no, key, matter, name, kind, unit, role, assignee, lapsed_from, round, used_before, opened_at, due_at, risk_at, provisional, urged)
    select the_case, a ->> 'key', head ->> 'matter', a ->> 'name', a ->> 'kind', a ->> 'unit', a ->> 'role', a ->> 'assignee', a ->> 'lapsedFrom',
           (a ->> 'round')::int, (a ->> 'usedBefore')::int, (a ->> 'openedAt')::bigint, (a ->> 'dueAt')::bigint, (a ->> 'riskAt')::bigint,
           (a ->> 'provisional')::boolean, coalesce((a ->> 'urged')::int, 0)
    from jsonb_array_elements(projection -> 'acts') a
    on conflict (case_no, key) do update set
      unit = excluded.unit, role = excluded.role, assignee = excluded.assignee, lapsed_from = excluded.lapsed_from, round = excluded.round,
      used_before = excluded.used_before, opened_at = excluded.opened_at, due_at = excluded.due_at, risk_at = excluded.risk_at,
      provisional = excluded.provisional, urged = excluded.urged
    where (open_act.unit, open_act.role, open_act.assignee, open_act.lapsed_from, open_act.round, open_act.opened_at, open_act.due_at, open_act.risk_at,
           open_act.provisional, open_act.urged)
      is distinct from (excluded.unit, excluded.role, excluded.assignee, excluded.lapsed_from, excluded.round, excluded.opened_at, excluded.due_at, excluded.risk_at,
                        excluded.provisional, excluded.urged);
  end if;

  if parts ->> 'clocks' <> coalesce(before ->> 'clocks', '') then
    delete from case_clock k where k.case_no = the_case
      and not exists (select from jsonb_array_elements(projection -> 'clocks') c where c ->> 'key' = k.key);
    insert into case_clock (case_no, key, name, kind, started_at, stopped_at, due_at, risk_at, provisional)
    select the_case, c ->> 'key', c ->> 'name', c ->> 'kind', (c ->> 'startedAt')::bigint, (c ->> 'stoppedAt')::bigint,
           (c ->> 'dueAt')::bigint, (c ->> 'riskAt')::bigint, (c ->> 'provisional')::boolean
    from jsonb_array_elements(projection -> 'clocks') c
    on conflict (case_no, key) do update set
      started_at = excluded.started_at, stopped_at = excluded.stopped_at, due_at = excluded.due_at, risk_at = excluded.risk_at,
      provisional = excluded.provisional
    where (case_clock.started_at, case_clock.stopped_at, case_clock.due_at, case_clock.risk_at, case_clock.provisional)
      is distinct from (excluded.started_at, excluded.stopped_at, excluded.due_at, excluded.risk_at, excluded.provisional);
  end if;

  if parts ->> 'effects' <> coalesce(before ->> 'effects', '') then
    delete from effect f where f.case_no = the_case
      and not exists (select from jsonb_array_elements(projection -> 'effects') e where e ->> 'key' = f.key);
    insert into effect (case_no, key, name, system, payload, seq, kind, withdrawn_by, undoes, attempt, held)
    select the_case, e ->> 'key', e ->> 'name', e ->> 'system', e -> 'payload', (e ->> 'seq')::int, e ->> 'kind',
           (e ->> 'withdrawnBy')::int, e ->> 'undoes', coalesce((e ->> 'attempt')::int, 1), coalesce((e ->> 'held')::boolean, false)
    from jsonb_array_elements(projection -> 'effects') e
    on conflict (case_no, key) do update set
      name = excluded.name, system = excluded.system, payload = excluded.payload, withdrawn_by = excluded.withdrawn_by,
      attempt = excluded.attempt, held = excluded.held
    where (effect.name, effect.system, effect.payload, effect.withdrawn_by, effect.attempt, effect.held)
      is distinct from (excluded.name, excluded.system, excluded.payload, excluded.withdrawn_by, excluded.attempt, excluded.held);
  end if;

  if parts ->> 'notices' <> coalesce(before ->> 'notices', '') then
    delete from notice n where n.case_no = the_case
      and not exists (select from jsonb_array_elements(projection -> 'notices') e where e ->> 'key' = n.key);
    insert into notice (case_no, key, name, audience, text, number, seq, at, until)
    select the_case, n ->> 'key', n ->> 'name', n ->> 'to', n -> 'text', (n ->> 'number')::int, (n ->> 'seq')::int, (n ->> 'at')::bigint, (n ->> 'until')::bigint
    from jsonb_array_elements(projection -> 'notices') n
    on conflict (case_no, key) do update set text = excluded.text, until = excluded.until
    where (notice.text, notice.until) is distinct from (excluded.text, excluded.until);
  end if;

  if parts ->> 'records' <> coalesce(before ->> 'records', '') then
    delete from register_row r where r.case_no = the_case
      and not exists (select from jsonb_array_elements(projection -> 'records') e where e ->> 'key' = r.key);
    insert into register_row (case_no, key, register, subject, valid_from, valid_to, data, words, seq, at)
    select the_case, r ->> 'key', r ->> 'register', r ->> 'subject', r ->> 'from', r ->> 'to', r -> 'data', r ->> 'words',
           (r ->> 'seq')::int, (r ->> 'at')::bigint
    from jsonb_array_elements(projection -> 'records') r
    on conflict (case_no, key) do update set
      subject = excluded.subject, valid_from = excluded.valid_from, valid_to = excluded.valid_to, data = excluded.data,
      words = excluded.words
    where (register_row.subject, register_row.valid_from, register_row.valid_to, register_row.data, register_row.words)
      is distinct from (excluded.subject, excluded.valid_from, excluded.valid_to, excluded.data, excluded.words);
  end if;
  return newest;
end $$;

-- Whether an outside system has it.
create or replace function taken(the_case text, effect_key text) returns boolean
language sql stable as $$
  select exists (select from delivery where case_no = the_case and key = effect_key)
$$;

-- Queues what this projection says for the first time, or again after it was put right. Before the read model is replaced.
create or replace function queue_effects(projection jsonb) returns void
language plpgsql as $$
declare
  head jsonb := projection -> 'head';
  the_case text := head ->> 'caseNo';
begin
  if exists (select from case_head where case_no = the_case and seq > (head ->> 'seq')::int) then return; end if;
  insert into outbox (case_no, key)
  select the_case, e ->> 'key'
  from jsonb_array_elements(projection -> 'effects') with ordinality as said (e, place)
  where e ->> 'withdrawnBy' is null and e ->> 'held' is null
    and not exists (select from effect f where f.case_no = the_case and f.key = e ->> 'key'
                    and f.attempt >= coalesce((e ->> 'attempt')::int, 1))
  order by place
  on conflict do nothing;
  if found then perform pg_notify('outbox', the_case); end if;
end $$;

-- Whoever records what a command entered settles the command with it, and tells `change` to whoever listens. What is
-- recorded already is not written again. The conditions are nested: one that asks a table is planned each time it is met.
create or replace function record_case(entries jsonb, projection jsonb, change text) returns int
language plpgsql as $$
declare
  the_case text := projection -> 'head' ->> 'caseNo';
  its_seq int := (projection -> 'head' ->> 'seq')::int;
  known_seq int;
  known_effects text;
  newest int;
  written int;
begin
  select seq, parts ->> 'effects' into known_seq, known_effects from case_head where case_no = the_case;
  if known_seq >= its_seq then
    if not exists (
      select from jsonb_array_elements(entries) e
      where not exists (select from entry known where known.case_no = e ->> 'caseNo' and known.seq = (e ->> 'seq')::int
                        and known.command_id = e ->> 'commandId')
        or exists (select from command c where c.id = e ->> 'commandId' and c.state = 'waiting')
    ) then
      return known_seq;
    end if;
  end if;

  insert into entry (case_no, seq, at, wall, command_id, command_hash, actor, process_version, calendar_version, rule_versions, event, derived)
  select e ->> 'caseNo', (e ->> 'seq')::int, (e ->> 'at')::bigint, (e ->> 'wall')::bigint, e ->> 'commandId', e ->> 'commandHash',
         e -> 'actor', (e ->> 'processVersion')::int, e ->> 'calendarVersion', e -> 'ruleVersions', e -> 'event', e -> 'derived'
  from jsonb_array_elements(entries) e
  on conflict (case_no, seq) do nothing;
  get diagnostics written = row_count;

  if written < jsonb_array_length(entries) then
    if exists (
      select from jsonb_array_elements(entries) e
      join entry known on known.case_no = e ->> 'caseNo' and known.seq = (e ->> 'seq')::int
      where known.command_id <> e ->> 'commandId'
    ) then
      raise exception 'LEDGER_FORK: case % has another entry at the same seq', the_case;
    end if;
  end if;

  if known_effects is distinct from md5((projection -> 'effects')::text) then
    perform queue_effects(projection);
  end if;
  newest := project_case(projection);

  update command c set state = 'accepted', reply = jsonb_build_object('seq', entered.seq), settled_at = now()
  from (
    select e ->> 'commandId' as id, max((e ->> 'seq')::int) as seq from jsonb_array_elements(entries) e group by 1
  ) entered
  where c.id = entered.id and c.state = 'waiting';

  -- Only a run enters a second.
  if known_seq = 1 then delete from asleep where case_no = the_case; end if;
  perform pg_notify('case_changed', the_case || ' ' || newest || ' ' || change);
  return newest;
end $$;
