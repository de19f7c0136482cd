/**
 * A township and its bureau over the engine alone: the same desks as on the whole stack, in milliseconds. What is kept,
 * sent and delivered is for the whole stack to prove.
 */
import { randomBytes } from 'node:crypto';
import { caseView, explainedClocks, ledgerView, nothingBeside } from '../../api/case-view.ts';
import { withDrawn } from '../../api/drawing.ts';
import type { AppContext, LoadedCase } from '../../api/env.ts';
import { Problem, problemOf } from '../../api/problem.ts';
import { fieldsOf, sealed } from '../../api/sealing.ts';
import { officerFor } from '../../api/visibility.ts';
import { ApiClient } from '../../client/client.ts';
import type { Actor } from '../../contract/actor.ts';
import type { CommandBody, PersonCommand } from '../../contract/command.ts';
import { parsePeriod } from '../../contract/county-clock.ts';
import { errorCatalogue } from '../../contract/errors.ts';
import type { Json } from '../../contract/rule.ts';
import { loadCounty } from '../../county/load.ts';
import type { SignedIn } from '../../db/people.ts';
import { faultsOfOpening, openingOf, recurrenceIn } from '../../delivery/open-journaled.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { ahead } from '../../engine/foresee.ts';
import { checkForm } from '../../engine/forms/form.ts';
import { handle, open } from '../../engine/handle.ts';
import { project } from '../../engine/ledger/projection.ts';
import { actState, type CaseState, isClosed, runOf } from '../../engine/ledger/state.ts';
import type { AnyProcess, Subject } from '../../engine/process/definition.ts';
import { identityVault } from '../../security/identity-vault.ts';
import { sampleCode } from '../../stack/sample-codes.ts';
import { sampleIdentity, samplePeople } from '../../stack/sample-people.ts';
import { currentProcess } from '../../workflows/index.ts';

export type MemoryTown = {
  readonly as: (username: string) => Promise<ApiClient>;
  readonly advance: (period: string) => Promise<void>;
  readonly today: () => string;
};

const system = { kind: 'system', name: 'case' } as const;
const nothing = { status: 'no-data', findings: [] };

/** No document of any case says a date as a machine writes it, or what is not there. */
function readsWell(state: CaseState): void {
  for (const { text } of project(state).notices)
    for (const paragraph of [text.title, ...text.paragraphs, ...(text.remedies ?? [])])
      if (/\d{4}-\d{2}|undefined|null|NaN|\[object/.test(paragraph))
        throw new Error(`${state.process.code}“${text.title}”：${paragraph}`);
}

/** `silent` sources never answer; all others say at once that they have nothing. */
export async function memoryTown({
  now: opening = '2026-03-02T09:00:00+08:00',
  silent = [] as readonly string[],
} = {}): Promise<MemoryTown> {
  const county = await loadCounty('pingluo');
  const vault = identityVault([{ id: 'memory', key: randomBytes(32) }], randomBytes(32).toString('base64'));
  const cases = new Map<string, LoadedCase>();
  let now = Date.parse(opening);
  let presses = 0;
  // The API's own views and choices read no more of their surroundings than this.
  const settings = { YIMEN_MATCHING_KEY: 'memory' };
  const context = { county, vault, settings, now: () => now } as AppContext;

  const people = new Map<string, SignedIn>(
    samplePeople.map(({ username, name, unit, roles }, i) => [
      username,
      {
        id: username,
        name,
        username,
        identity: vault.hash(sampleIdentity(500 + i, '19850607')),
        posts: roles.map((role) => ({ id: `${username}/${role}`, unit, role, from: '2020-01-01' })),
      },
    ]),
  );

  function press(caseNo: string, actor: Actor, body: CommandBody): CaseState {
    const { state, ledger } = caseOf(caseNo);
    const id = `press-${++presses}`;
    const handled = handle(state, { id, hash: id, at: now, wall: now, actor, body });
    if (handled.kind === 'refused') throw problemOf(handled.refusal, caseNo);
    if (handled.kind === 'accepted')
      cases.set(caseNo, { state: handled.state, ledger: [...ledger, ...handled.entries] });
    return caseOf(caseNo).state;
  }

  /** The outside sources answer whatever they are asked. */
  function answered(caseNo: string): CaseState {
    for (;;) {
      const { state } = caseOf(caseNo);
      const question = runOf(state).open.flatMap(({ key: act, inquiry }) => {
        const { answers: known, round } = actState(state, act);
        const open = (inquiry?.sources ?? []).filter(
          (source) => !silent.includes(source) && !Object.hasOwn(known, source),
        );
        const answers = Object.fromEntries(open.map((source) => [source, nothing]));
        return open.length > 0 ? [{ act, round, answers }] : [];
      })[0];
      if (!question) return state;
      press(caseNo, system, { type: 'answer', ...question });
    }
  }

  function caseOf(caseNo: string): LoadedCase {
    const known = cases.get(caseNo);
    if (!known) throw new Problem('NOT_FOUND', { caseNo });
    return known;
  }

  const view = (me: SignedIn, caseNo: string) => {
    const { state } = caseOf(caseNo);
    readsWell(state);
    const act = runOf(state).open[0]?.key;
    return caseView(context, state, officerFor(context, me, state, { act }), 'whole', nothingBeside);
  };

  /** What the registers of these cases say last of a subject. */
  const newestIn = (register: string, subject: string) =>
    [...cases]
      .flatMap(([caseNo, { state }]) => project(state).records.map((row) => ({ ...row, caseNo })))
      .filter((row) => row.register === register && row.subject === subject)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);

  function aboutOf({ about }: AnyProcess, form: { readonly [name: string]: Json }): Subject | undefined {
    if (!about) return undefined;
    const subject = about.subject(form);
    const newest = newestIn(about.register, subject);
    if (!newest || !about.states.includes(String(newest.data['state']))) throw new Problem('SUBJECT_STATE');
    return { register: about.register, subject, data: newest.data };
  }

  function recurrenceOf({ recurrence }: AnyProcess, form: { readonly [name: string]: Json }) {
    const row = recurrence && newestIn(recurrence.register, recurrence.subject(form));
    return row && (!row.to || row.to >= dateOf(now)) ? recurrenceIn(row) : undefined;
  }

  function opened(
    me: SignedIn,
    asked: { matter: string; unit: string; form: { [name: string]: Json } },
  ): unknown {
    const process = currentProcess(asked.matter);
    if (!process) throw new Problem('NOT_FOUND');
    const form = vault.sealForm(process.application, asked.form);
    const fields = checkForm(process.application, form);
    if (fields.length > 0) throw new Problem('FORM_INVALID', { fields });
    const caseNo = `${process.numbering.prefix}${dateOf(now).slice(0, 4)}${String(cases.size + 1).padStart(5, '0')}`;
    const about = aboutOf(process, form);
    const recurrence = recurrenceOf(process, form);
    const start = openingOf(county, county, {
      process,
      unit: asked.unit,
      form,
      caseNo,
      at: now,
      about,
      recurrence,
    });
    const faults = faultsOfOpening(process, start, now);
    if (faults.length > 0) throw new Problem('FORM_INVALID', { fields: faults });
    const actor = officerOf(me);
    const first = open(process, start, { id: `open-${caseNo}`, hash: '', at: now, wall: now, actor });
    cases.set(caseNo, { state: first.state, ledger: first.entries });
    const { seq } = answered(caseNo);
    return { caseNo, seq, view: view(me, caseNo) };
  }

  const officerOf = (me: SignedIn): Actor => {
    const [post] = me.posts;
    if (!post) throw new Problem('FORBIDDEN');
    return { kind: 'officer', person: me.id, name: me.name, post, identity: me.identity };
  };

  function submitted(me: SignedIn, caseNo: string, body: PersonCommand): unknown {
    const { state } = caseOf(caseNo);
    const act = 'act' in body ? body.act : undefined;
    const asked = withDrawn(fieldsOf(state, body), sealed(vault, state, body), sampleCode);
    press(caseNo, officerFor(context, me, state, { act }), asked);
    const after = answered(caseNo);
    return { seq: after.seq, view: view(me, caseNo) };
  }

  const notices = () =>
    [...cases.values()]
      .flatMap(({ state }) => project(state).notices)
      .filter(({ to, at, until }) => to === 'public' && at <= now && (until === null || until > now))
      .map(({ name, text, at, until }) => ({ name, text, at, until }));

  /** The routes the desks use, by method and path. */
  function answer(me: SignedIn, method: string, path: string, body: unknown): unknown {
    const [, caseNo = '', part] = /^\/cases\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
    switch (`${method} ${caseNo ? `/cases/${part ?? ''}` : path}`) {
      case 'POST /cases':
        return opened(me, body as never);
      case 'POST /cases/commands':
        return submitted(me, caseNo, body as PersonCommand);
      case 'POST /materials':
        return {};
      case 'GET /cases/':
        return view(me, caseNo);
      case 'GET /cases/clocks':
        return { items: explainedClocks(caseOf(caseNo).state) };
      case 'GET /cases/ahead':
        return { items: ahead(caseOf(caseNo).state) };
      case 'GET /cases/ledger':
        return { items: ledgerView(caseOf(caseNo).ledger) };
      case 'GET /cases?unaffirmed=true':
        return {
          items: [...cases.values()]
            .map(({ state }) => project(state).head)
            .filter((h) => h.unaffirmed.length > 0),
        };
      case 'GET /notices':
        return { items: notices() };
      default:
        throw new Error(`no ${method} ${path} without the whole stack`);
    }
  }

  async function fetchFor(me: SignedIn, path: string, init: RequestInit): Promise<Response> {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    try {
      const answered = answer(me, init.method ?? 'GET', path.replace('/api/v1', ''), body);
      return Response.json(answered, { status: path.endsWith('/materials') ? 201 : 200 });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { http, title, next } = errorCatalogue[error.code];
      return Response.json(
        { code: error.code, title, status: http, detail: `${title}。${next}`, ...error.more },
        { status: http },
      );
    }
  }

  return {
    async as(username) {
      const me = people.get(username);
      if (!me) throw new Error(`nobody is called ${username}`);
      return new ApiClient((path, init) => fetchFor(me, path, init), username);
    },
    async advance(period) {
      now += parsePeriod(period);
      for (const [caseNo, { state }] of cases)
        if (!isClosed(state)) {
          press(caseNo, system, { type: 'expire' });
          answered(caseNo);
        }
    },
    today: () => dateOf(now),
  };
}
