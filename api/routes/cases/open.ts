/** 登记: the window opens a case. */

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { opened } from '../../../contract/responses/case.ts';
import { waiting } from '../../../contract/responses/work.ts';
import { openBody } from '../../../contract/wire.ts';
import { dateOf } from '../../../engine/clock/time.ts';
import { officesIn } from '../../../engine/process/offices.ts';
import { currentProcess } from '../../../workflows/index.ts';
import { formatCaseNo } from '../../case-number.ts';
import { caseView, nothingBeside } from '../../case-view.ts';
import type { ApiEnv, AppContext } from '../../env.ts';
import { checkNamed } from '../../named.ts';
import { openCase } from '../../open-case.ts';
import { json, jsonBody, keyHeader, keyOf } from '../../openapi.ts';
import { Problem } from '../../problem.ts';
import { asOfficer, loadCase, postsOn } from '../../visibility.ts';
import { waitingReply } from './shared.ts';

const route = createRoute({
  method: 'post',
  path: '/cases',
  summary: '受理窗口登记一件申请',
  request: { headers: keyHeader, body: jsonBody(openBody) },
  responses: { 201: json(opened, '已登记'), 202: json(waiting, '已记下，待送达') },
});

export function openCaseRoute(app: OpenAPIHono<ApiEnv>, context: AppContext): void {
  app.openapi(route, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const { matter, unit, form } = c.req.valid('json');
    const process = currentProcess(matter);
    if (!process) throw new Problem('NOT_FOUND', { detail: `没有“${matter}”这个事项。请从事项目录中选择。` });
    const me = c.get('me');
    if (process.openedBy === undefined)
      throw new Problem('FORBIDDEN', {
        detail: `“${process.title}”由登记决定设立，不在窗口登记。请先办理登记。`,
      });
    const opener = officesIn(context.county, process, unit)[process.openedBy];
    const post = postsOn(me, dateOf(context.now())).find(
      (held) => held.unit === unit && held.role === opener?.role,
    );
    if (!post)
      throw new Problem('FORBIDDEN', {
        detail: `登记“${process.title}”须由该单位的“${opener?.role}”岗位办理。`,
      });
    await checkNamed(context, me, process.application, form);
    const officer = asOfficer(me, post);
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
