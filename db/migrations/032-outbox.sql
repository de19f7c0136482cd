-- What is to leave a case, in the order it was said: queued by whoever records it, in the same transaction, and gone once
-- it has been taken or the case has been told that it was not.
alter table effect
  add column attempt int not null default 1,
  add column held boolean not null default false;

create table outbox (
  place bigint generated always as identity,
  case_no text not null,
  key text not null,
  again_at timestamptz not null default now(),
  primary key (case_no, key)
);

create function taken(the_case text, effect_key text) returns boolean
language sql stable as $$
  select exists (select from delivery where case_no = the_case and key = effect_key)
$$;

-- Queues what this projection says for the first time, or again after it was put right. Before the read model is replaced.
create function queue_effects(projection jsonb) returns void
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

create or replace function record_case(entries jsonb, projection jsonb) returns int
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

  perform queue_effects(projection);
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
