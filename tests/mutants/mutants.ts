/** Small changes of the engine's meaning, each of which some test must notice. */
export type Mutant = {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Why no test can notice it: it means the same. */
  readonly equivalent?: string;
};

const inFile =
  (file: string) =>
  (...changes: readonly (readonly [from: string, to: string, equivalent?: string])[]): readonly Mutant[] =>
    changes.map(([from, to, equivalent]) => ({ file, from, to, ...(equivalent ? { equivalent } : {}) }));

export const mutants: readonly Mutant[] = [
  ...inFile('engine/replay/acts.ts')(
    ['reopened ? newer(walk.cursor.latest, reopened) : walk.cursor.latest', 'walk.cursor.latest'],
    [
      'reopened ? newer(walk.cursor.latest, reopened) : walk.cursor.latest',
      'reopened ?? walk.cursor.latest',
      'an act that opens with an entry counts from it, whatever an earlier opening had left',
    ],
    ['if (behind) visit.waiting = true;', ''],
    ['if (!behind) walk.open.push(', 'walk.open.push('],
    ['decision.position && !isAt(decision.position, position)', 'false'],
    ['!decision.asked || decision.seq > latest.seq', 'true'],
  ),
  ...inFile('engine/replay/facts.ts')(
    ['candidate.name === name && candidate.seq > seen', 'candidate.name === name && candidate.seq >= seen'],
    ['candidate.name === name && candidate.seq > seen', 'candidate.seq > seen'],
    ['if (fact.seq > cursor.moment.seq) pass(cursor, told);', 'pass(cursor, told);'],
    ['else waitedFor(cursor, told);', ''],
    ['fact.name === name && fact.seq <= cursor.moment.seq', 'fact.name === name'],
    ['if (newest) see(cursor, name, newest.seq);', ''],
    ['candidate.seq > seen && isMeant(candidate.data)', 'candidate.seq > seen'],
  ),
  ...inFile('engine/replay/branches.ts')(
    ['driven.some(({ done }) => !done)', 'driven.every(({ done }) => !done)'],
    ['waitOn(walk, driven);\n  if (driven', 'if (driven'],
    ['Number(isOpenAgain(a)) - Number(isOpenAgain(b)) ||', ''],
    [
      '(a.cursor.ended?.seq ?? 0) - (b.cursor.ended?.seq ?? 0),',
      '(b.cursor.ended?.seq ?? 0) - (a.cursor.ended?.seq ?? 0),',
    ],
    ['if (winner && !isOpenAgain(winner)) concludeRace', 'if (winner) concludeRace'],
    ['walk.said.lose(...loser.said, ended);', ''],
    ['visit.lost = true;', ''],
    ['ghost.lost = true;', ''],
    ['winner.cursor.ended ? newer(moment, winner.cursor.ended) : moment', 'moment'],
  ),
  ...inFile('engine/replay/run.ts')(
    ['reached && !behind)', 'reached)'],
    ['newer(latest, versionSince)', 'latest'],
    ['said.undo();', ''],
    ['open: result ? [] : walk.open', 'open: walk.open'],
    ['walk.cursor.accepted ?? walk.cursor.moment', 'walk.cursor.moment'],
  ),
  ...inFile('engine/replay/walk.ts')(['if (/[/#]/.test(name))', 'if (/[/]/.test(name))']),
  ...inFile('engine/replay/acts.ts')(
    ["relation(earlier.position, position) === 'concurrent'", 'false'],
    ['separateFrom = nobody, returnable = true', 'separateFrom = nobody, returnable = false'],
  ),
  ...inFile('engine/replay/cursor.ts')(
    ['(b.seq > a.seq ? b : a)', '(b.seq > a.seq ? a : b)'],
    [
      'cursor.latest = newer(cursor.latest, moment);\n  cursor.shown',
      'cursor.latest = moment;\n  cursor.shown',
    ],
    [
      'cursor.shown = nothing;\n  waitedFor',
      'waitedFor',
      'the act after what was told is asked again, and with it all that comes after',
    ],
    ['Math.min(one.since, other.since)', 'Math.max(one.since, other.since)'],
    [
      'moment.seq >= behind.since || behind.ghosts.includes(moment.seq)',
      'behind.ghosts.includes(moment.seq)',
    ],
    ['moment.seq >= behind.since || behind.ghosts.includes(moment.seq)', 'moment.seq >= behind.since'],
    ['if (moved.length > 0) cursor.moment = moved.reduce(newer);', ''],
    ['ends.every(({ clocks }) => clocks.includes(clock))', 'true'],
    ['cursor.latest = newer(cursor.latest, end.latest);', ''],
    ['if (end.behind && end.behind !== from.behind) cursor.behind = both(cursor.behind, end.behind);', ''],
    ['if (end.ended) waitedFor(cursor, end.ended);', ''],
    [
      'cursor.accepted && cursor.accepted.seq <= end.accepted.seq',
      'cursor.accepted && cursor.accepted.seq >= end.accepted.seq',
    ],
    ['for (const [name, seq] of end.seen) see(cursor, name, seq);', ''],
    ['if (!scoped)', 'if (scoped)'],
    ['if (ends.length > 0) cursor.shown = [...new Set(ends.flatMap(({ shown }) => shown))];', ''],
    ['  ended: undefined,\n});\n\n/** Notes', '});\n\n/** Notes'],
  ),
  ...inFile('engine/replay/emissions.ts')(
    ['if (!isUnsaid(cursor)) this.clocks.push(clock);', 'this.clocks.push(clock);'],
    ['if (!isUnsaid(cursor)) this.#stops.push(', 'this.#stops.push('],
    ["if (options.to !== 'file') cursor.shown", 'if (false) cursor.shown'],
    ['if (!isUnsaid(cursor)) this.notices.push(said);', 'this.notices.push(said);'],
    ['if (!isUnsaid(cursor)) this.effects.push(said);', 'this.effects.push(said);'],
    ['if (cursor.accepted) return;', ''],
    ['at(said).seq <= ended.seq,', 'true,'],
    [
      'this.#stops = [...kept(this.#stops, 3, said), ...stopped];',
      'this.#stops = kept(this.#stops, 3, said);',
    ],
    ['if (!known || moment.seq < known.seq)', 'if (!known || moment.seq > known.seq)'],
    ['first.get(clock) ?? end', 'first.get(clock)'],
    ['clocks.findLast(', 'clocks.find('],
    ["kind !== 'undoable'", "kind === 'final'"],
    ['.sort((a, b) => a.seq - b.seq)[0]', '.sort((a, b) => b.seq - a.seq)[0]'],
  ),
  ...inFile('engine/replay/position.ts')(
    ["if (i % 2 === 1) return 'concurrent';", ''],
    ["return x < y ? 'before' : 'after';", "return x > y ? 'before' : 'after';"],
  ),
  ...inFile('engine/replay/question.ts')([
    'canonical({ by, forms, brief, inquiry, shown })',
    'canonical({ by, forms })',
  ]),
  ...inFile('engine/ledger/change.ts')(
    ['...freshAct, round: round + 1,', '...actState(state, key), round: round + 1,'],
    ['round: round + 1', 'round'],
    ['...(touched === undefined ? {} : { touched })', ''],
    [
      'ghosts: state.ghosts.without(keys),',
      'ghosts: state.ghosts,',
      'a redone act blocks the run, and what was open again behind it is dropped as out of reach',
    ],
    ['touched: seq }) };', '}) };'],
  ),
  ...inFile('engine/ledger/derived.ts')(
    ['const gone = unmet(seen.ghosts, now.ghosts);', 'const gone: string[] = [];'],
    ['known && known.seq === seq && known.text !== text', 'false'],
    [
      'superseded = [...rewritten, ...unmet(seen.decisions, now.trace)]',
      'superseded = unmet(seen.decisions, now.trace)',
    ],
    ['superseded = [...rewritten, ...unmet(seen.decisions, now.trace)]', 'superseded = rewritten'],
    ['!isOpenIn(now, act, moved) && !stands(act.key)', 'false'],
    ['act.opened.seq < after.seq && !isOpenIn(was, act, moved)', 'false'],
    ['    dropped,\n    left', '    left'],
    ['left: was.effects.filter(({ key }) => !said.has(key)),', ''],
    [
      'after.at > before.at ? { bearer: bearerOf(before) } : {}',
      'after.at > before.at ? { bearer: bearerOf(after) } : {}',
    ],
  ),
  ...inFile('engine/ledger/fold.ts')(
    ['keepRun(seen, next, derived.opened);', 'keepRun(seen, next);'],
    [
      "entry.derived ? 'drafted' : 'kept'",
      "'drafted'",
      'only ledgers from before entries said what followed reach it, and those are replayed with the stack',
    ],
  ),
  ...inFile('engine/ledger/projection.ts')(
    ['round > 1 ? minutesBorne(state, act) : 0', '0'],
    ["run.result ? 'closed' : isSuspended(state) ? 'suspended' : 'open'", "run.result ? 'closed' : 'open'"],
  ),
  ...inFile('engine/handle.ts')(
    ['Math.max(by.at, state.at)', 'by.at'],
    ['if (known.hash === command.hash)', 'if (known)'],
    ['command.seenSeq !== state.seq', 'command.seenSeq > state.seq'],
    ['!due || due.at > at', '!due || due.at >= at'],
    ['  settle(written, command.at, command.wall);\n  const { body', '  const { body'],
    ['isClosed(written.state) && !reachesClosed(body)', 'false'],
    ["find(({ kind }) => kind === 'final')", 'find(() => false)'],
    ['at: due.at, wall,', 'at, wall,'],
  ),
  ...inFile('engine/operations/authority.ts')(
    ['postRuns(actor, at);\n\nexport const holdsAny', 'true;\n\nexport const holdsAny'],
    ['actor.post.role === office.role &&\n  postRuns', 'postRuns'],
    ['handedTo ? postRuns(actor, at) : holds', 'handedTo ? true : holds'],
    ['if (assignee && assignee !== actor.person)', 'if (false)'],
    ['return recused(state, actor) ?? separated(state, act, actor);', 'return separated(state, act, actor);'],
    ['return recused(state, actor) ?? separated(state, act, actor);', 'return recused(state, actor);'],
    ['!apart(act, visit.act) && !apart(visit.act, act)', '!apart(act, visit.act)'],
    [
      'one.separateFrom.includes(other.name) && isMeant(one, other, known)',
      'one.separateFrom.includes(other.name)',
    ],
    ['!lost && by.kind', 'by.kind'],
    ['parties.has(by.identity) && !affirmed', 'parties.has(by.identity)'],
    [
      "actor.kind === 'applicant' && act.kind === 'askApplicant' && isApplicant",
      "actor.kind === 'applicant' && isApplicant",
    ],
  ),
  ...inFile('engine/operations/undoing.ts')(
    ["effect.kind === 'final' && isBehind", "effect.kind === 'final' && !isBehind"],
    [
      "clock.kind === '法定' && clock.onReturn !== 'restart' && isBehind",
      "clock.kind === '法定' && isBehind",
    ],
    ["if (lost) return refuse('RETURN_NOT_ALLOWED', '该环节所在的分支已因其他分支先办结而作罢。');", ''],
    ['if (!act.returnable)', 'if (false)'],
  ),
  ...inFile('engine/operations/return.ts')(
    ["['same', 'after'].includes(", "['same'].includes("],
    [
      '[...run.trace, ...run.ghosts]',
      '[...run.trace]',
      'a redone act blocks the run, so what was open again behind it is dropped as out of reach',
    ],
    [
      "command.mode === 'direct' ? [target.act.key] : fromThereOn(run, target)",
      'fromThereOn(run, target)',
      'under 直达 only the target is read from it',
    ],
    ["mode === 'direct' ? openAgain", "mode === 'redo' ? openAgain"],
    ["relation(target.position, act.position) !== 'before'", 'false'],
  ),
  ...inFile('engine/operations/take-back.ts')(
    ['by.person !== actor.person', 'false'],
    ['return later || touched || target.waiting', 'return later || touched'],
    ['return later || touched || target.waiting', 'return later || target.waiting'],
    ['return later || touched || target.waiting', 'return touched || target.waiting'],
  ),
  ...inFile('engine/operations/answer.ts')(
    ['!Object.hasOwn(current.answers, source)', 'true'],
    ['Object.keys(said).some((source) => !asked', 'Object.keys(said).every((source) => !asked'],
    ['round < current.round || (round', '(round'],
    ['late ? {} : touch', 'touch'],
    [
      'asked.some((name) => !Object.hasOwn(answers, name))',
      'asked.every((name) => !Object.hasOwn(answers, name))',
    ],
  ),
  ...inFile('engine/operations/decide.ts')(
    ["act.expires === name || (act.kind === 'inquire'", "(act.kind === 'inquire'"],
    ['due && at >= due.dueAt', 'due'],
    ["wanted.opinion === 'required' ? opinionMissing(opinion) : undefined", 'undefined'],
    ['ghosts: state.ghosts.without([key]),', '', 'a ghost whose act is decided is not met and dropped'],
  ),
  ...inFile('engine/operations/extend.ts')(
    ['clock.deadline && at >= clock.deadline.dueAt', 'false'],
    ['if (clock.extendedFor)', 'if (false)'],
  ),
  ...inFile('engine/operations/move.ts')(
    ['({ position: _place, asked: _words, ...decision })', '({ asked: _words, ...decision })'],
    ['versionSince: { seq, at },', ''],
  ),
  ...inFile('engine/clock/case-clocks.ts')(
    ['due && mayDecide(due) ?', 'due ?'],
    ['e.clock === clock.key && e.seq > clock.started.seq', 'e.clock === clock.key'],
    [
      '([, to]) => to > started.at',
      '() => true',
      'a suspension before the start is no part of the time counted',
    ],
    ['.sort((a, b) => a.dueAt - b.dueAt)', '.sort((a, b) => b.dueAt - a.dueAt)'],
    ['within && !isSuspended(state)', 'within'],
  ),
  ...inFile('engine/clock/deadline.ts')(
    [
      'immediate(limit) ? startedAt : startOfDay(dayOf(startedAt) + 1)',
      'immediate(limit) ? startedAt : startOfDay(dayOf(startedAt))',
    ],
    ['if (immediate(limit)) return suspended;', ''],
    ['if (rolls(input.limit)) {', 'if (false) {'],
    ['Math.floor(budget * 0.8)', 'Math.floor(budget * 0.5)'],
    ['entryOn(calendar, day) === entry', 'true'],
    ['=> projectedYears.length === 0;', '=> true;'],
    ['if (b - a >= left) return a + left;', 'if (b - a > left) return a + left;'],
  ),
  ...inFile('engine/clock/responsibility.ts')(
    ['if (!accepted || result) return undefined;', 'if (result) return undefined;'],
    ['due < first.due ||', 'due > first.due ||'],
    ['act.opened.seq < first.act.opened.seq', 'act.opened.seq > first.act.opened.seq'],
    ['last.act === bearer.act &&\n    last.wall', 'last.wall'],
    ['last.wall === bearer.wall &&', ''],
    ['Math.min(span.to, opened.at)', 'span.to'],
  ),
  ...inFile('engine/operations/table.ts')(
    ["actor.kind !== 'officer' || neverBarred.includes(body.type)", 'true'],
    ["actor.kind !== 'officer' || neverBarred.includes(body.type)", "actor.kind !== 'officer'"],
  ),
  ...inFile('engine/operations/lapse.ts')(
    ['actState(state, key).assignee === person', 'true'],
    ['{ ...unassigned(state, act), lapsedFrom: person }', 'unassigned(state, act)'],
  ),
  ...inFile('engine/operations/resend.ts')(
    ['isHeldBack(state, subject) ? []', 'false ? []'],
    ["attempt: known.attempt + 1, settled: 'resent'", "settled: 'resent'"],
    ["settled: 'forgone' }", "settled: 'resent' }"],
  ),
  ...inFile('engine/ledger/effects.ts')(
    ["if (effect.kind !== 'undoable') return [row];", 'return [row];'],
    ['subject !== row.key && seq >= row.seq', 'subject !== row.key'],
    ['subject !== row.key && seq >= row.seq', 'seq >= row.seq'],
    ['system !== row.system ||', ''],
    ['if (payload[name] === from[name])', ''],
    ['attempt > 1 ? { ...sent, attempt } : sent', 'sent'],
    ["rejection.settled !== 'resent'", 'true'],
    ['isHeldBack(state, row.key) ? { ...counted, held: true } : counted', 'counted'],
  ),
  ...inFile('engine/ledger/resending.ts')(
    ['key === subject && withdrawnBy === null', 'key === subject'],
    ['.filter(({ settled }) => settled === undefined)', ''],
  ),
  ...inFile('engine/replay/limits.ts')(
    ['!Number.isSafeInteger(amount) ||', ''],
    ['|| amount <= 0', ''],
    ['|| !units.includes(unit)', ''],
  ),
  ...inFile('engine/foresee.ts')(['&& !throws(() => answer(state, key, outcome))', '']),
  ...inFile('engine/possible.ts')(
    ["['FORM_INVALID', 'OPINION_REQUIRED']", '[]'],
    ["if (isClosed(state) && body.type !== 'affirm') return refuse('CASE_CLOSED');", ''],
    ['if (!extension || stopped) return [];', 'if (!extension) return [];'],
    ["&& by.kind === 'officer' && by.person === actor.person", "&& by.kind === 'officer'"],
  ),
  ...inFile('engine/ledger/cards.ts')(
    ['.filter(({ name }) => !issued.some((card) => card.name === name))', ''],
    ['card.act === act.key && card.round === round', 'card.act === act.key'],
    ["kind === 'decide' || kind === 'serve'", 'true'],
    ['if (reply && !answer)', 'if (!answer)'],
    ["answer?.how !== 'appealed' || ruling || !supervisor", '!answer || ruling || !supervisor'],
    ['state.cards.length === 0 || isClosed(state) ? []', 'state.cards.length === 0 ? []'],
    ["if (to === 'head') return { unit, role: state.process.headRole };", ''],
  ),
  ...inFile('engine/clock/holding.ts')(
    ['one.minutes > most.minutes ? one : most', 'one.minutes < most.minutes ? one : most'],
    ['counted += minutes;', ''],
    ['Math.min(spans[i + 1]?.at ?? until, until)', 'until'],
  ),
  ...inFile('engine/operations/supervise.ts')(
    ["if (act.kind === 'reply') return refuse", 'if (false) return refuse'],
    ['if (!isSupervisor(state, actor, at)) return refuse', 'if (false) return refuse'],
    ["const how = outcome === replied ? 'replied' : 'appealed';", "const how = 'replied';"],
    ['revoked: outcome === revoked, opinion', 'revoked: false, opinion'],
  ),
  ...inFile('engine/operations/authority.ts')(["(bySystem && actor.kind === 'system')", 'bySystem']),
  ...inFile('engine/ledger/derived.ts')(['text: canonical([subject, from, to ?? null, data])', "text: ''"]),
  ...inFile('engine/clock/deadline.ts')([
    "input.limit.unit === 'minutes' ? onNothing : leansOn(",
    'leansOn(',
  ]),
  ...inFile('engine/counterfactual.ts')(
    ['due === undefined ? own : Math.min(own, due - 1)', 'own'],
    ['officeOf(state, act).unit === unit ? actDeadline', 'true ? actDeadline'],
    ["if (actor.kind === 'clock') return [];", ''],
    ['holding.has(unit) || ledger.length > longest', 'ledger.length > longest'],
    ['const { position: _place, asked: _question, ...decided } = event;\n  return decided;', 'return event;'],
  ),
  ...inFile('engine/replay/branches.ts')(
    ['if (closed && seq > closed.seq) return;', ''],
    ['if (names.includes(name)) return;', ''],
    ['told.set(name, nth);', ''],
    ['if (seq > start.moment.seq) pass(start, { seq, at });', ''],
    [
      'if (!closedAt(driven, from)) walk.joinable.push(...Object.keys(late));',
      'walk.joinable.push(...Object.keys(late));',
    ],
    ['!done || cursor.behind !== behind', '!done'],
  ),
  ...inFile('engine/replay/emissions.ts')(
    ['if (still && !isStill) spans.push', 'if (still) spans.push'],
    ['else if (!still && isStill) last.to = moment;', ''],
    ['this.#turns = kept(this.#turns, 6, said);', ''],
    ['this.records = kept(this.records, 7, said);', ''],
    ['if (!isUnsaid(cursor)) this.records.push(', 'this.records.push('],
    ['if (parent?.act === undefined) return;', 'if (!parent) return;'],
  ),
  ...inFile('engine/clock/case-clocks.ts')(
    [
      'if (last && from <= last[1]) last[1] = Math.max(last[1], to);',
      'if (last && from <= last[1]) last[1] = to;',
    ],
    ['isSuspended(state) || (last !== undefined && last.to === undefined)', 'isSuspended(state)'],
  ),
  ...inFile('engine/operations/ending.ts')(['until && isDecided(state, until.act)', 'false']),
  ...inFile('engine/operations/supplement.ts')([
    'kind.joining && !runOf(state).joinable.includes(fact)',
    'false',
  ]),
];
