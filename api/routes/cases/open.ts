/** 登记: the window opens a case. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Officer } from '../../../contract/actor.ts';
import { opened, trial } from '../../../contract/responses/case.ts';
import { waiting } from '../../../contract/responses/work.ts';
import { openBody } from '../../../contract/wire.ts';
import type { SignedIn } from '../../../db/people.ts';
import { takenSoFar, triedOpening } from '../../../delivery/tried-opening.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { checkForm } from '../../../engine/forms/form.ts';
import type { AnyProcess } from '../../../engine/process/definition.ts';
import { officesIn } from '../../../engine/process/offices.ts';
import { currentProcess } from '../../../workflows/index.ts';
import { formatCaseNo } from '../../case-number.ts';
import { caseView, nothingBeside } from '../../case-view.ts';
import { organOf } from '../../documents.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { checkNamed } from '../../named.ts';
import { openCase } from '../../open-case.ts';
import { json, jsonBody, keyHeader, keyOf } from '../../openapi.ts';
import { Problem } from '../../problem.ts';
import { kept } from '../../sealing.ts';
import { confirmedInProduction } from '../../unconfirmed.ts';
import { asOfficer, loadCase, openerAt, postsOn } from '../../visibility.ts';
import { waitingReply } from './shared.ts';

const route = createRoute({
  method: 'post',
  path: '/cases',
  summary: '受理窗口登记一件申请',
  request: { headers: keyHeader, body: jsonBody(openBody) },
  responses: { 201: json(opened, '已登记'), 202: json(waiting, '已记下，待送达') },
});

/** The matter, and the officer who may open it in a unit. */
function openerOf(
  context: AppContext,
  me: SignedIn,
  matter: string,
  unit: string,
): { readonly process: AnyProcess; readonly officer: Officer } {
  const process = currentProcess(matter);
  if (!process) throw new Problem('NOT_FOUND', { detail: `没有“${matter}”这个事项。请从事项目录中选择。` });
  if (process.openedBy === undefined)
    throw new Problem('FORBIDDEN', {
      detail: `“${process.title}”由登记决定设立，不在窗口登记。请先办理登记。`,
    });
  const opener = openerAt(context, process, unit);
  const post = postsOn(me, dateOf(context.now())).find(
    (held) => held.unit === unit && held.role === opener?.role,
  );
  if (!post) {
    const { unit: at = unit, role } = officesIn(context.county, process, unit)[process.openedBy] ?? {};
    throw new Problem('FORBIDDEN', {
      detail: `登记“${process.title}”由${organOf(context, at)}的“${role}”岗位办理。`,
    });
  }
  return { process, officer: asOfficer(me, post) };
}

export function openCaseRoute(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  const trialRoute = createRoute({
    method: 'post',
    path: '/cases/trial',
    summary: '试登记：现在登记会怎样、还缺什么（不办理）',
    request: { body: jsonBody(openBody) },
    responses: { 200: json(trial) },
  });
  app.openapi(trialRoute, async (c) => {
    const { matter, unit, form } = c.req.valid('json');
    const me = c.get('me');
    const { process, officer } = openerOf(context, me, matter, unit);
    const sealed = kept(context.vault, process.application, form);
    const fields = checkForm(process.application, sealed);
    if (fields.length > 0) {
      const taken = await takenSoFar(context.sql, process, { unit, form: sealed });
      return c.json({ fields: [...fields], gaps: [], taken, unfit: null }, 200);
    }
    await checkNamed(context, me, process.application, form);
    const tried = await triedOpening(context.sql, context.county, {
      process,
      unit,
      form: sealed,
      actor: officer,
      at: context.now(),
    });
    return c.json(tried, 200);
  });

  app.openapi(route, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const { matter, unit, form } = c.req.valid('json');
    const me = c.get('me');
    const { process, officer } = openerOf(context, me, matter, unit);
    await checkNamed(context, me, process.application, form);
    await confirmedInProduction(context, process);
    const submitted = await openCase(context, { process, unit, form, key, actor: officer });
    if (submitted.kind === 'waiting')
      return c.json(waitingReply(submitted, key), 202, { location: `/api/v1/commands/${key}` });
    const { state, visibility } = await loadCase(context, me, submitted.caseNo);
    return c.json(
      {
        caseNo: submitted.caseNo,
        displayNo: formatCaseNo(context.county, process, submitted.caseNo),
        seq: submitted.seq,
        view: caseView(context, state, officer, visibility, nothingBeside),
      },
      201,
    );
  });
}
