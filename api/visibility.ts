/** Who may see a case, and in which post somebody acts on it. What may not be seen does not exist: 404, never 403. */
import type { Office, Officer, Post } from '../contract/actor.ts';
import { authorityIn, unitsUnder } from '../contract/county.ts';
import { isInForce } from '../contract/in-force.ts';
import { readLedger } from '../db/ledger.ts';
import type { SignedIn } from '../db/people.ts';
import { dateOf } from '../engine/clock/time.ts';
import { evolve, fold } from '../engine/ledger/fold.ts';
import { openWork } from '../engine/ledger/resending.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { actState, runOf } from '../engine/ledger/state.ts';
import { holdsAny, officeOf, policyOf } from '../engine/operations/authority.ts';
import type { AnyProcess } from '../engine/process/definition.ts';
import { officesIn } from '../engine/process/offices.ts';
import { matters, versionsOf } from '../workflows/index.ts';
import type { AppContext, LoadedCase } from './env.ts';
import { Problem } from './problem.ts';

/**
 * `whole`: the unit of the case, those that oversee it, and the authority that owns the matter. `asked`: a department
 * sees only what was asked of it.
 */
export type Visibility = 'whole' | 'asked';

export const postsOn = (me: SignedIn, date: string): readonly Post[] =>
  me.posts.filter((post) => isInForce(post, date));

export const asOfficer = (me: SignedIn, post: Post): Officer => ({
  kind: 'officer',
  person: me.id,
  name: me.name,
  post,
  identity: me.identity,
});

/** What posts see whole: their own units' cases and those of the units below, and every case of a matter they own. */
export function seenWhole(
  { county }: Pick<AppContext, 'county'>,
  posts: readonly Post[],
): { readonly units: readonly string[]; readonly matters: readonly string[] } {
  const own = [...new Set(posts.map(({ unit }) => unit))];
  return {
    units: [...new Set(own.flatMap((unit) => unitsUnder(county, unit)))],
    matters: matters.filter(({ owner }) => own.includes(authorityIn(county, owner))).map(({ code }) => code),
  };
}

/** The office that opens a matter's cases in a unit; undefined where none does. */
export function openerAt(
  { county }: Pick<AppContext, 'county'>,
  process: AnyProcess,
  unit: string,
): Office | undefined {
  const office = officesIn(county, process, unit)[process.openedBy ?? ''];
  return office?.unit === unit ? office : undefined;
}

/** The units a person heads: whose acts they may hand round. */
export const unitsHeaded = (posts: readonly Post[]): readonly string[] => [
  ...new Set(
    posts.filter(({ role }) => matters.some(({ headRole }) => headRole === role)).map(({ unit }) => unit),
  ),
];

/** Whoever has acted may see what they did, even after their post or the act has gone to another. */
function visibilityOf(context: AppContext, state: CaseState, me: SignedIn): Visibility | undefined {
  const posts = postsOn(me, dateOf(context.now()));
  const whole = seenWhole(context, posts);
  if (whole.units.includes(state.input.unit) || whole.matters.includes(state.process.code)) return 'whole';
  const run = runOf(state);
  const open = openWork(state);
  const asked = [
    ...open.map((act) => officeOf(state, act)),
    ...[...run.trace, ...run.ghosts].map(({ act }) => act.by),
  ];
  const hasActed = [...run.trace, ...run.ghosts].some(
    ({ decision: { by } }) => by.kind === 'officer' && by.person === me.id,
  );
  const isAsked = posts.some((post) =>
    asked.some((office) => office.unit === post.unit && office.role === post.role),
  );
  const units = posts.map(({ unit }) => unit);
  const inHand = open.some(
    (act) => actState(state, act.key).assignee === me.id && units.includes(officeOf(state, act).unit),
  );
  const heads = open.some((act) => unitsHeaded(posts).includes(officeOf(state, act).unit));
  return hasActed || isAsked || inHand || heads ? 'asked' : undefined;
}

/** What somebody is shown who sees only what was asked of them: briefs of what their units are asked, what they decided. */
export function shownTo(context: AppContext, state: CaseState, me: SignedIn): readonly unknown[] {
  const units = postsOn(me, dateOf(context.now())).map(({ unit }) => unit);
  const { trace, ghosts } = runOf(state);
  return [
    ...openWork(state).flatMap((act) => (units.includes(officeOf(state, act).unit) ? [act.brief] : [])),
    ...[...trace, ...ghosts].flatMap(({ decision: { by, form } }) =>
      by.kind === 'officer' && by.person === me.id ? [form] : [],
    ),
  ];
}

/** The case as its ledger tells it, whoever asks; undefined where there is none. `newest` has been read since it was asked for. */
async function read(
  context: AppContext,
  caseNo: string,
  newest = Number.POSITIVE_INFINITY,
): Promise<LoadedCase | undefined> {
  const known = context.cases.get(caseNo);
  if (known && known.state.seq >= newest) return known;
  const fresh = await readLedger(context.sql, caseNo, known?.state.seq);
  const ledger = known ? [...known.ledger, ...fresh] : fresh;
  const opened = ledger[0]?.event;
  if (opened?.type !== 'opened') return undefined;
  const state = known ? fresh.reduce(evolve, known.state) : fold(versionsOf(opened.process), ledger);
  if (fresh.length > 0) context.cases.set(caseNo, { state, ledger });
  return { state, ledger };
}

/** For its applicant, who has shown that it is theirs. */
export const readCase = async (context: AppContext, caseNo: string): Promise<CaseState | undefined> =>
  (await read(context, caseNo))?.state;

export type SeenCase = LoadedCase & { readonly visibility: Visibility };

/** The case, if this person may see it. */
export async function loadCase(
  context: AppContext,
  me: SignedIn,
  caseNo: string,
  newest?: number,
): Promise<SeenCase> {
  const loaded = await read(context, caseNo, newest);
  const visibility = loaded && visibilityOf(context, loaded.state, me);
  if (!loaded || !visibility) throw new Problem('NOT_FOUND', { caseNo });
  return { ...loaded, visibility };
}

/** The post in which somebody acts: the one asked for, else the one the act belongs to, else one that may see the case. */
export function officerFor(
  context: AppContext,
  me: SignedIn,
  state: CaseState,
  wanted: { readonly post?: string | undefined; readonly act?: string | undefined },
): Officer {
  const posts = postsOn(me, dateOf(context.now()));
  if (wanted.post) {
    const post = posts.find(({ id }) => id === wanted.post);
    if (!post) throw new Problem('FORBIDDEN', { detail: '您没有这个岗位，或任职不在有效期内。' });
    return asOfficer(me, post);
  }
  const act = openWork(state).find(({ key }) => key === wanted.act);
  const office = act ? officeOf(state, act) : undefined;
  const { supervisors, withdrawal, terminations, facts } = policyOf(state);
  const known = [
    ...supervisors,
    ...(withdrawal?.by ?? []),
    ...Object.values(terminations).flatMap(({ by }) => by),
    ...Object.values(facts).flatMap(({ by }) => by),
  ];
  const fitting =
    posts.find((post) => office && post.unit === office.unit && post.role === office.role) ??
    posts.find((post) => office && post.unit === office.unit) ??
    posts.find((post) => holdsAny(asOfficer(me, post), known, context.now())) ??
    posts[0];
  if (!fitting) throw new Problem('FORBIDDEN', { detail: '您现在没有在任的岗位。' });
  return asOfficer(me, fitting);
}

export const isKeeper = ({ county, now }: AppContext, me: SignedIn): boolean =>
  postsOn(me, dateOf(now())).some((post) =>
    county.tableKeepers.some(({ unit, role }) => unit === post.unit && role === post.role),
  );

/** Only whom the county names for it changes what the law's numbers are, and in trial profiles what time it is. */
export function keeperOf(context: AppContext, me: SignedIn): string {
  if (!isKeeper(context, me)) throw new Problem('FORBIDDEN');
  return me.id;
}
