/** 办理: one operation on a case. */

import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PersonCommand } from '../../../contract/command.ts';
import { type caseView as caseShape, submitted } from '../../../contract/responses/case.ts';
import { waiting } from '../../../contract/responses/work.ts';
import { commandBody } from '../../../contract/wire.ts';
import type { CaseName } from '../../../db/commands.ts';
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
import { letIn } from '../../session.ts';
import { type Asked, type Submitted, submitCommand, submitProvided } from '../../submit.ts';
import { loadCase, type Visibility } from '../../visibility.ts';
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

type CaseView = z.infer<typeof caseShape>;

/** What is taken in hand, or laid down, is what one is looking at. */
const staysInHand = ({ type }: PersonCommand): boolean => type === 'claim' || type === 'release';

/** What somebody presses in the case as they see it. */
type Press = {
  readonly name: CaseName;
  /** How far the case had come. */
  readonly seq: number;
  readonly asked: Asked;
  /** What they are shown afterwards. */
  readonly view: () => Promise<CaseView>;
};

async function pressOf(
  context: AppContext,
  c: Context<ApiEnv>,
  caseNo: string,
  key: string,
  body: PersonCommand,
): Promise<Press> {
  const me = c.get('me');
  const loaded = await caseInHand(context, c, caseNo);
  const { state, visibility } = loaded;
  const officer = officerAt(context, c, loaded, body);
  await checkNamed(context, me, fieldsOf(state, body), formOf(body), caseNo);
  const asked = sealed(context.vault, state, await addressed(context, state, body));
  const show = async (after: CaseState, seen: Visibility): Promise<CaseView> =>
    caseView(context, after, officer, seen, await besideOf(context, after));
  let shown: Promise<CaseView> | undefined;
  return {
    name: { matter: state.process.code, caseNo },
    seq: state.seq,
    asked: {
      key,
      actor: officer,
      body: asked,
      complete: drawing(fieldsOf(state, body), caseNo, asked),
      sent: body,
      seenSeq: seenSeq(c.req.header('if-match')),
      meanwhile: (after) => {
        shown = show(after.state, visibility);
        // Not asked for if the recording fails.
        shown.catch(() => {});
      },
    },
    view: async () => {
      if (shown !== undefined) return await shown;
      const after = await loadCase(context, me, caseNo);
      return await show(after.state, after.visibility);
    },
  };
}

type Pressed = { readonly press: Press; readonly done: Submitted };

/** Pressed as who was let in before; undefined, with nothing done, where that is not so, or more is to be done with it. */
async function supposedlyPressed(
  context: AppContext,
  c: Context<ApiEnv>,
  seen: () => Promise<Press>,
): Promise<Pressed | undefined> {
  const provided = c.get('provided');
  const press = provided && (await seen().catch(() => undefined));
  if (!press || press.asked.complete) return undefined;
  const { name, asked, seq } = press;
  const done = await submitProvided(context, name, asked, provided(name.caseNo, seq));
  return done && { press, done };
}

async function surelyPressed(
  context: AppContext,
  c: Context<ApiEnv>,
  seen: () => Promise<Press>,
): Promise<Pressed> {
  if (c.get('provided')) await letIn(c);
  const press = await seen();
  return { press, done: await submitCommand(context, press.name, press.asked) };
}

export function submitToCase(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const { caseNo } = c.req.valid('param');
    const body = c.req.valid('json') as PersonCommand;
    const seen = async (): Promise<Press> => await pressOf(context, c, caseNo, key, body);
    const pressed = (await supposedlyPressed(context, c, seen)) ?? (await surelyPressed(context, c, seen));
    const { press, done } = pressed;
    if (done.kind === 'waiting')
      return c.json(waitingReply(done, key), 202, { location: `/api/v1/commands/${key}` });
    const [shown, next] = await Promise.all([
      press.view(),
      staysInHand(body) ? null : nextTask(context, c.get('me')),
    ]);
    return c.json({ seq: done.seq, view: shown, next }, 200);
  });
}
