/** 办理: one operation on a case. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { PersonCommand } from '../../../contract/command.ts';
import { submitted } from '../../../contract/responses/case.ts';
import { waiting } from '../../../contract/responses/work.ts';
import { commandBody } from '../../../contract/wire.ts';
import { colleague, isHeld } from '../../../db/people.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { openWork } from '../../../engine/ledger/resending.ts';
import type { CaseState } from '../../../engine/ledger/state.ts';
import { caseView } from '../../case-view.ts';
import { drawing } from '../../drawing.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { nextTask } from '../../inbox.ts';
import { checkNamed } from '../../named.ts';
import { json, jsonBody, keyOf } from '../../openapi.ts';
import { Problem } from '../../problem.ts';
import { fieldsOf, formOf, sealed } from '../../sealing.ts';
import { submitCommand } from '../../submit.ts';
import { loadCase, type SeenCase } from '../../visibility.ts';
import {
  besideOf,
  caseInHand,
  caseParam,
  commandHeaders,
  officerAt,
  seenSeq,
  waitingReply,
} from './shared.ts';

const route = createRoute({
  method: 'post',
  path: '/cases/{caseNo}/commands',
  summary: '对办件的一次操作',
  request: { params: caseParam, headers: commandHeaders, body: jsonBody(commandBody) },
  responses: { 200: json(submitted, '已办理'), 202: json(waiting, '已记下，待送达') },
});

/** Work handed over with whom it is for: a colleague in that unit, known by identity; or a desk where somebody sits. */
async function addressed(context: AppContext, state: CaseState, body: PersonCommand): Promise<PersonCommand> {
  if (body.type !== 'transfer') return body;
  const { unit, person } = body.to;
  const today = dateOf(context.now());
  if (person === undefined) {
    const role = openWork(state).find(({ key }) => key === body.act)?.by.role;
    if (role !== undefined && !(await isHeld(context.sql, { unit, role }, today)))
      throw new Problem('TARGET_UNKNOWN', {
        detail: `该单位现在没有“${role}”岗位的人员。请选择有这一岗位的单位。`,
      });
    return body;
  }
  const receiver = await colleague(context.sql, person, unit, today);
  if (!receiver) throw new Problem('TARGET_UNKNOWN');
  return { ...body, to: { unit, person, identity: receiver.identity } };
}

/** What is taken in hand, or laid down, is what one is looking at. */
const staysInHand = ({ type }: PersonCommand): boolean => type === 'claim' || type === 'release';

export function submitToCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const me = c.get('me');
    const body = c.req.valid('json') as PersonCommand;
    const loaded = await caseInHand(context, c, c.req.valid('param').caseNo);
    const { state } = loaded;
    const officer = officerAt(context, c, loaded, body);
    await checkNamed(context, me, fieldsOf(state, body), formOf(body), state.caseNo);
    const asked = sealed(context.vault, state, await addressed(context, state, body));
    const view = async ({ state: after, visibility }: SeenCase) =>
      caseView(context, after, officer, visibility, await besideOf(context, after));
    let viewed: ReturnType<typeof view> | undefined;
    const done = await submitCommand(
      context,
      { matter: state.process.code, caseNo: state.caseNo },
      {
        key,
        actor: officer,
        body: asked,
        complete: drawing(fieldsOf(state, body), state.caseNo, asked),
        sent: body,
        seenSeq: seenSeq(c.req.header('if-match')),
        meanwhile: (after) => {
          viewed = view({ ...after, visibility: loaded.visibility });
          // Not asked for if the recording fails.
          viewed.catch(() => {});
        },
      },
    );
    if (done.kind === 'waiting')
      return c.json(waitingReply(done, key), 202, { location: `/api/v1/commands/${key}` });
    const [shown, next] = await Promise.all([
      viewed ?? loadCase(context, me, state.caseNo).then(view),
      staysInHand(body) ? null : nextTask(context, me),
    ]);
    return c.json({ seq: done.seq, view: shown, next }, 200);
  });
}
