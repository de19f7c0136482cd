/**
 * What must hold for every process and every order of events: random processes, random operations, shrinking on.
 * `npm run test:operations` runs 10^6 sequences; a failure prints its seed and path.
 */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { clocksOf } from '../../engine/clock/case-clocks.ts';
import { workingTime } from '../../engine/clock/deadline.ts';
import { countsByWall, responsibility } from '../../engine/clock/responsibility.ts';
import { minuteMs } from '../../engine/clock/time.ts';
import { cardActs } from '../../engine/ledger/cards.ts';
import { issuedDocuments } from '../../engine/ledger/documents.ts';
import { begin, evolve, fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { restored, type Snapshot, snapshotOf } from '../../engine/ledger/snapshot.ts';
import { type CaseState, calendarOf, runOf } from '../../engine/ledger/state.ts';
import type { Run } from '../../engine/replay/derived.ts';
import { run } from '../../engine/replay/run.ts';
import { has, order, type Place, processOf, type Shape, shape } from './random-process.ts';
import { moves, type Taken, type Walk, walk } from './random-walk.ts';

const sequences = Number(process.env['YIMEN_SEQUENCES'] ?? 150);
const seed = Number(process.env['YIMEN_SEED'] ?? 20_261_124);
const seen = {
  sequences: 0,
  commands: 0,
  entries: 0,
  returns: 0,
  directs: 0,
  takeBacks: 0,
  expiries: 0,
  affirms: 0,
  moves: 0,
  withdrawn: 0,
  refusals: new Map<string, number>(),
};

const fail = (what: string): never => {
  throw new Error(what);
};

function openOnce(state: CaseState): void {
  const { open, trace } = runOf(state);
  const keys = [...open.map(({ key }) => key), ...trace.map(({ act }) => act.key)];
  if (new Set(keys).size !== keys.length) fail(`an act stands twice: ${keys.join(' ')}`);
  for (const { key } of open) if (state.decisions.has(key)) fail(`${key} is open and decided`);
}

/** Whatever stands is asked for, whatever was opened again is met, and what was derived is what a fresh run finds. */
function noOrphan(state: CaseState): void {
  const found = runOf(state);
  const keys = (of: readonly { act: { key: string } }[]): string[] => of.map(({ act }) => act.key).sort();
  if (!isDeepStrictEqual(keys(found.trace), [...state.decisions.keys()].sort()))
    fail('a decision is an orphan');
  if (!state.ending && !isDeepStrictEqual(keys(found.ghosts), [...state.ghosts.keys()].sort()))
    fail('an act opened again is out of reach');
  for (const key of state.ghosts.keys())
    if (state.decisions.has(key)) fail(`${key} is decided and opened again`);
  const told = ({ position: _place, ...said }: { readonly position?: unknown }) => said;
  const fresh = run(state);
  if (!isDeepStrictEqual(keys(fresh.trace), keys(found.trace))) fail('a fresh run comes by other decisions');
  if (JSON.stringify(fresh.clocks) !== JSON.stringify(found.clocks)) fail('a clock was derived otherwise');
  if (!isDeepStrictEqual(fresh.notices, found.notices)) fail('a notice was derived otherwise');
  if (!isDeepStrictEqual(fresh.records, found.records)) fail('a register row was derived otherwise');
  if (!isDeepStrictEqual(fresh.open, found.open)) fail('what is open was derived otherwise than it is found');
  if (!isDeepStrictEqual(fresh.effects.map(told), found.effects.map(told)))
    fail('an effect was derived otherwise');
}

/** What a standing decision has said it says as before, however late something before it is done again. */
function saysTheSame({ before, after, body }: Taken): void {
  if (body.type === 'move') return;
  const dated = new Map([...after.decisions.values()].map(({ key, seq }) => [seq, key]));
  const waits = new Set(runOf(after).ghosts.flatMap(({ decision }) => decision.seq));
  const lost = new Set(
    [...runOf(before).trace, ...runOf(after).trace].filter((v) => v.lost).map(({ decision }) => decision.seq),
  );
  const sayings = ({ notices, records }: Run) => [...notices, ...records];
  const said = new Set(sayings(runOf(before)).map(({ key, moment }) => `${key} ${moment.at}`));
  for (const { key, moment } of sayings(runOf(after))) {
    if (moment.seq >= before.seq + 1 || !dated.has(moment.seq) || waits.has(moment.seq)) continue;
    if (lost.has(moment.seq) || said.has(`${key} ${moment.at}`)) continue;
    fail(`${key} is said later than it was decided`);
  }
}

function oneTaskPerObligation(state: CaseState, awaits: boolean): void {
  const { acts, head } = project(state);
  const open = runOf(state).open.map(({ key }) => key);
  if (
    !isDeepStrictEqual(
      acts.map(({ key }) => key),
      [...open, ...cardActs(state).map(({ key }) => key)],
    )
  )
    fail('live tasks differ from what is open');
  if (head.state === 'closed' && open.length > 0) fail('a closed case asks nothing');
  if (head.state !== 'closed' && open.length === 0 && !awaits) fail('a live case asks something');
}

/** Every decision of the ledger stands, or is marked by what superseded it; none is both, none is gone. */
function noDecisionLost({ ledger, state }: Walk): void {
  const decided = ledger.flatMap(({ event, seq }) =>
    event.type === 'decided' ? [`${event.act}@${seq}`] : [],
  );
  const standing = [...state.decisions.values()].map(({ key, seq }) => `${key}@${seq}`);
  const superseded = state.superseded.map(({ key, seq }) => `${key}@${seq}`);
  if (!isDeepStrictEqual([...standing, ...superseded].sort(), decided.sort()))
    fail('a decision was lost or doubled');
  for (const { supersededBy } of state.superseded)
    if (!ledger.some(({ seq }) => seq === supersededBy)) fail('superseded by nothing');
}

/** 退回 leaves what is beside the target alone, by an order the engine does not know. */
function returnKeepsBranches({ before, after, body }: Taken, places: ReadonlyMap<string, Place>): void {
  if (body.type !== 'return' && body.type !== 'takeBack') return;
  const target = body.type === 'return' ? body.target : body.act;
  const at = places.get(target) ?? fail(`no place for ${target}`);
  for (const { act, decision } of runOf(before).trace) {
    const relation = order(places.get(act.key) ?? fail(`no place for ${act.key}`), at);
    const kept = after.decisions.get(act.key)?.seq === decision.seq;
    const goes =
      relation === 'same' || (relation === 'after' && body.type === 'return' && body.mode === 'redo');
    if (kept === goes) fail(`${act.key} (${relation} ${target}) was ${kept ? 'kept' : 'superseded'}`);
  }
  if (!runOf(after).open.some(({ key }) => key === target)) fail(`${target} did not open again`);
}

/** A clock whose start still stands keeps its deadline when work is sent back. */
function clocksIntact({ before, after, body }: Taken): void {
  if (body.type !== 'return' && body.type !== 'takeBack') return;
  const later = clocksOf(after);
  const standing = new Set([...after.decisions.values()].map(({ seq }) => seq)).add(after.opened.seq);
  for (const clock of clocksOf(before)) {
    if (clock.act || clock.stopped || !standing.has(clock.started.seq)) continue;
    const same = later.find(({ key, started }) => key === clock.key && started.seq === clock.started.seq);
    if (same && same.deadline?.dueAt !== clock.deadline?.dueAt) fail(`the clock ${clock.key} moved`);
  }
}

/** What has left is never taken out of sight, what is final never taken back, what is undoable undone once. */
function nothingLeftIsLost({ before, after }: Taken): void {
  const [was, now] = [project(before).effects, project(after).effects];
  const keys = now.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) fail(`an effect is there twice: ${keys.join(' ')}`);
  for (const { key, kind, withdrawnBy } of was) {
    const same = now.find((effect) => effect.key === key);
    if (!same) fail(`${key} has left and is gone from sight`);
    if (kind === 'final' && same?.withdrawnBy !== null) fail(`${key} is final and was withdrawn`);
    if (withdrawnBy !== null && same?.withdrawnBy !== withdrawnBy) fail(`${key} was withdrawn and came back`);
  }
  for (const { key, kind, withdrawnBy } of now) {
    const undoings = now.filter(({ undoes }) => undoes === key).length;
    if (undoings !== (kind === 'undoable' && withdrawnBy !== null ? 1 : 0))
      fail(`${key} has ${undoings} undoings`);
  }
}

/** Whatever was said under a key reads the same for as long as it stands. */
function wordsStand({ before, after, body }: Taken): void {
  if (body.type === 'move') return;
  const was = new Map(project(before).effects.map((effect) => [effect.key, effect]));
  for (const { key, payload } of project(after).effects) {
    const known = was.get(key);
    if (known && !isDeepStrictEqual(known.payload, payload)) fail(`${key} was rewritten`);
  }
  const notices = new Map(runOf(before).notices.map((notice) => [notice.key, notice]));
  for (const { key, text, moment } of runOf(after).notices) {
    const known = notices.get(key);
    if (known && moment.seq === known.moment.seq && !isDeepStrictEqual(known.text, text))
      fail(`${key} was rewritten`);
  }
  const records = new Map(runOf(before).records.map((row) => [row.key, row]));
  for (const row of runOf(after).records) {
    const known = records.get(row.key);
    if (known && row.moment.seq === known.moment.seq && !isDeepStrictEqual(row, known))
      fail(`${row.key} was rewritten`);
  }
}

/** Documents are numbered from 1 without a gap, and a number once given belongs to its document for ever. */
function numbersStand({ before, after }: Taken): void {
  const numbers = [...project(after).notices].map(({ number }) => number).sort((a, b) => a - b);
  if (new Set(numbers).size !== numbers.length) fail('two documents have one number');
  if ((numbers[0] ?? 1) < 1 || (numbers.at(-1) ?? 0) > issuedDocuments(after).length)
    fail('a document has no number of its own');
  const was = issuedDocuments(before);
  if (!isDeepStrictEqual(issuedDocuments(after).slice(0, was.length), [...was]))
    fail('a document was renumbered');
}

/** Of two acts that must be apart, one person never has both, whatever was done again under this version. */
function separationHolds(state: CaseState): void {
  if (state.versionSince.seq !== state.opened.seq) return;
  const { trace } = runOf(state);
  for (const { act, decision } of trace)
    for (const other of trace)
      if (
        act.separateFrom.includes(other.act.name) &&
        decision.by.kind === 'officer' &&
        other.decision.by.kind === 'officer'
      )
        if (decision.by.person === other.decision.by.person)
          fail(`${act.key} and ${other.act.key} by one person`);
}

/** Every moment since acceptance has its bearer, and limits in days end at 24:00. */
function timeIsBorne(state: CaseState, acceptedAtOnce: boolean): void {
  for (const [i, span] of state.borne.entries()) {
    if (span.to <= span.from) fail('an empty span is borne');
    const next = state.borne[i + 1];
    if (next && (next.from < span.to || (acceptedAtOnce && next.from > span.to)))
      fail('a gap in whose time it was');
  }
  for (const { limit, deadline } of clocksOf(state)) {
    if (!deadline || limit.unit === 'workingHours' || limit.unit === 'minutes') continue;
    if ((deadline.dueAt + 8 * 3_600_000) % 86_400_000 !== 0) fail('a limit in days ends before 24:00');
  }
}

function foldsToTheSame({ versions, ledger, taken }: Walk): void {
  const processes = versions.map(({ process }) => process);
  const byLength = new Map<number, CaseState>(taken.map(({ after }) => [after.seq, after]));
  let state = begin(processes, ledger[0] as (typeof ledger)[number]);
  for (const entry of ledger.slice(1)) {
    state = evolve(state, entry);
    const live = byLength.get(state.seq);
    if (live && !isDeepStrictEqual(live, state)) fail(`the ledger up to ${state.seq} tells another state`);
  }
  const snapshot = JSON.parse(JSON.stringify(snapshotOf(state))) as Snapshot;
  if (state.seq < 500 && !isDeepStrictEqual(restored(processes, snapshot), state))
    fail('a snapshot tells another state');
  if (!isDeepStrictEqual(fold(processes, ledger), state))
    fail('folded at once, the ledger tells another state');
}

function timeAddsUp({ state, now, taken }: Walk, acceptedAtOnce: boolean): void {
  for (const [at, of] of [
    [now, state],
    ...taken.slice(-3).map(({ after }) => [after.at + 3_600_000, after] as const),
  ] as const) {
    const { accepted, result } = runOf(of);
    const { accounts, totalMinutes } = responsibility(of, at);
    const sum = accounts.reduce((total, { minutes }) => total + minutes, 0);
    const end = result?.at ?? at;
    const passed = (by: CaseState, from: number, to: number): number => {
      if (to <= from) return 0;
      return countsByWall(by) ? to - from : workingTime(calendarOf(by), from, to);
    };
    const from = accepted?.at ?? end;
    const until = taken.filter(({ after }) => after.seq <= of.seq);
    const ms = until.reduce(
      (sum, { before, after }) => sum + passed(before, Math.max(from, before.at), Math.min(end, after.at)),
      passed(of, Math.max(from, of.at), end),
    );
    const elapsed = Math.floor(ms / minuteMs);
    if (sum !== totalMinutes || (acceptedAtOnce && sum !== elapsed))
      fail(`${sum} minutes were borne of ${elapsed}`);
    if (accounts.some(({ minutes }) => minutes < 0)) fail('negative time');
  }
}

function gapless({ ledger }: Walk): void {
  for (const [i, { seq, at }] of ledger.entries()) {
    if (seq !== i + 1) fail('a gap in the ledger');
    if (i > 0 && at < (ledger[i - 1]?.at ?? 0)) fail('time went back');
  }
}

test(`随机流程、随机操作 ${sequences} 串：不丢决定、不重开并行分支、责任账恰好相加、总能办结`, {
  timeout: 7_200_000,
}, () => {
  fc.assert(
    fc.property(shape, shape, moves(18), (described, revised, moved) => {
      const versions = [processOf(described, 1), processOf(revised, 2)];
      const walked = walk(versions, moved);
      const among = (...kinds: readonly Shape['kind'][]): boolean =>
        has(described, ...kinds) || has(revised, ...kinds);
      seen.sequences++;
      seen.commands += moved.length;
      seen.entries += walked.ledger.length;
      for (const step of walked.taken) {
        openOnce(step.after);
        oneTaskPerObligation(step.after, among('await'));
        noOrphan(step.after);
        saysTheSame(step);
        nothingLeftIsLost(step);
        wordsStand(step);
        numbersStand(step);
        separationHolds(step.after);
        timeIsBorne(step.after, !among('accept'));
        // A fact that came meanwhile may win a race that is open again.
        if (!among('await'))
          returnKeepsBranches(step, versions[step.before.version - 1]?.places ?? new Map());
        clocksIntact(step);
        if (step.body.type === 'return') step.body.mode === 'redo' ? seen.returns++ : seen.directs++;
        if (step.body.type === 'takeBack') seen.takeBacks++;
        if (step.body.type === 'affirm') seen.affirms++;
        if (step.body.type === 'move') seen.moves++;
        seen.withdrawn += step.after.left.length - step.before.left.length;
        seen.expiries += step.entries.filter(({ actor }) => actor.kind === 'clock').length;
      }
      for (const { code } of walked.refused) seen.refusals.set(code, (seen.refusals.get(code) ?? 0) + 1);
      if (walked.repeats.includes(false)) fail('the same command twice was not recognised');
      foldsToTheSame(walked);
      noDecisionLost(walked);
      timeAddsUp(walked, !among('accept'));
      gapless(walked);
    }),
    { numRuns: sequences, seed },
  );
});

test('先后到达的次序不影响并行的各环节', { timeout: 7_200_000 }, () => {
  let compared = 0;
  fc.assert(
    fc.property(
      shape.filter((s) => !has(s, 'race', 'known', 'await')),
      moves(14),
      fc.infiniteStream(fc.nat(1_000_000)),
      (described, moved, dice) => {
        const { state } = walk([processOf(described)], moved);
        const decisions = [...state.decisions.values()];
        const shuffled = decisions
          .map((decision) => ({ decision, by: dice.next().value as number }))
          .sort((a, b) => a.by - b.by);
        const again = run({
          ...state,
          decisions: new Map(shuffled.map(({ decision }) => [decision.key, decision])),
        });
        if (JSON.stringify(again) !== JSON.stringify(runOf(state)))
          fail('the same decisions in another order make another run');
        // Their seqs exchanged too: which acts are asked must not depend on who answered first.
        const seqs = decisions.map(({ seq }) => seq);
        const exchanged = run({
          ...state,
          decisions: new Map(
            shuffled.map(({ decision }, i) => [decision.key, { ...decision, seq: seqs[i] as number }]),
          ),
        });
        const keys = (of: typeof again): string[] =>
          [...of.trace.map(({ act }) => act.key), ...of.open.map(({ key }) => key)].sort();
        if (!state.ending && !isDeepStrictEqual(keys(exchanged), keys(again)))
          fail('arrival order decided what is asked');
        compared++;
      },
    ),
    { numRuns: Math.ceil(sequences / 4), seed },
  );
  expect(compared).toBe(Math.ceil(sequences / 4));
});

afterAll(() => {
  const { refusals, ...counts } = seen;
  console.log(
    `seed ${seed}`,
    JSON.stringify(counts),
    JSON.stringify(Object.fromEntries([...refusals].sort())),
  );
});
