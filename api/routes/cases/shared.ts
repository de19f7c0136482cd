/** What the routes of a case have in common: its number, the post one acts in, the answer while delivery waits. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Officer } from '../../../contract/actor.ts';
import type { PersonCommand } from '../../../contract/command.ts';
import { thisSystem } from '../../../contract/names.ts';
import { linkedTo } from '../../../db/cases.ts';
import { deliveries } from '../../../db/effects.ts';
import { effectsOf } from '../../../engine/ledger/effects.ts';
import { openWork } from '../../../engine/ledger/resending.ts';
import { type CaseState, runOf } from '../../../engine/ledger/state.ts';
import type { Beside } from '../../case-view.ts';
import type { ApiEnv, AppContext, LoadedCase } from '../../env.ts';
import { keyHeader } from '../../openapi.ts';
import { Problem } from '../../problem.ts';
import type { Submitted } from '../../submit.ts';
import { loadCase, officerFor, type SeenCase, type Visibility } from '../../visibility.ts';

export const caseParam = z.object({ caseNo: z.string().regex(/^[A-Z]{2}\d{9,}$/) });
export const postHeader = z.object({
  'x-post': z.string().optional().openapi({ description: '以哪个岗位办理；不填则按环节选择' }),
});
export const commandHeaders = keyHeader
  .extend(postHeader.shape)
  .extend({ 'if-match': z.string().optional().openapi({ description: '所见的 seq；办件已变化则 412' }) });

export const waitingReply = ({ caseNo }: Extract<Submitted, { kind: 'waiting' }>, key: string) => ({
  state: 'waiting' as const,
  title: '已记下，待送达',
  detail: '系统正在恢复，您的操作已保存，恢复后按顺序送达，无需重复提交。',
  caseNo,
  command: key,
});

/** The case a request names, as the person may see it; to whoever may not, there is none. */
export async function caseInHand(
  context: AppContext,
  c: Context<ApiEnv>,
  caseNo: string,
  needs: Visibility = 'asked',
): Promise<SeenCase> {
  const loaded = await loadCase(context, c.get('me'), caseNo, c.get('newest'));
  if (needs === 'whole' && loaded.visibility !== 'whole') throw new Problem('NOT_FOUND', { caseNo });
  return loaded;
}

/** The post in which the person looks at the case, or does what they ask. */
export const officerAt = (
  context: AppContext,
  c: Context<ApiEnv>,
  { state }: LoadedCase,
  body?: PersonCommand,
): Officer =>
  officerFor(context, c.get('me'), state, {
    post: c.req.header('x-post'),
    act: body ? ('act' in body ? body.act : undefined) : openWork(state)[0]?.key,
  });

/** The seq of the case that the sender has seen, from `If-Match`; any at all is none in particular. */
export function seenSeq(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const seq = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (!seq)
    throw new Problem('BODY_INVALID', {
      fields: [{ field: 'if-match', text: '应为所见的一个 seq，如 "12"' }],
    });
  return Number(seq);
}

const nothingTaken: Beside['deliveries'] = new Map();

/** What has been taken stays taken: where all that was sent is known to have been, nobody is asked. */
async function takenOf({ sql, taken }: AppContext, state: CaseState): Promise<Beside['deliveries']> {
  const known = taken.get(state.caseNo) ?? nothingTaken;
  if (effectsOf(state).every(({ key }) => known.has(key))) return known;
  const fresh = await deliveries(sql, state.caseNo);
  taken.set(state.caseNo, fresh);
  return fresh;
}

/** What is kept of a case beside its ledger: asked for only where there is something to ask for. */
export async function besideOf(context: AppContext, state: CaseState): Promise<Beside> {
  const { sql } = context;
  const { open, trace } = runOf(state);
  // A question that no longer stands may have opened one all the same.
  const hasLinked =
    state.superseded.length > 0 ||
    [...open, ...trace.map(({ act }) => act)].some(({ inquiry }) => inquiry?.system === thisSystem);
  const [known, linked] = await Promise.all([
    takenOf(context, state),
    hasLinked ? linkedTo(sql, state.caseNo) : [],
  ]);
  return { deliveries: known, linked };
}
