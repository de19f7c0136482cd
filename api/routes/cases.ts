/** Cases: open, look, submit, preview. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Command, PersonCommand } from '../../contract/command.ts';
import { commandBody, openBody } from '../../contract/wire.ts';
import { register } from '../../db/cases.ts';
import { acknowledge, commandStatus, undelivered } from '../../db/commands.ts';
import { worksIn } from '../../db/people.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { preview } from '../../engine/preview.ts';
import { officesIn } from '../../engine/process/offices.ts';
import { currentProcess } from '../../workflows/index.ts';
import { formatCaseNo } from '../case-number.ts';
import { caseView, explainedClocks, ledgerView } from '../case-view.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { nextTask } from '../inbox.ts';
import { openCase } from '../open-case.ts';
import { anyJson, json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { Problem, problemOf } from '../problem.ts';
import { sealed } from '../sealing.ts';
import { signedIn } from '../session.ts';
import { type Submitted, submitCommand } from '../submit.ts';
import { asOfficer, caseAfter, loadCase, officerFor, postsOn, seenWhole } from '../visibility.ts';

const caseNo = z.object({ caseNo: z.string().regex(/^[A-Z]{2}\d{9,}$/) });
const postHeader = z.object({
  'x-post': z.string().optional().openapi({ description: '以哪个岗位办理；不填则按环节选择' }),
});
const commandHeaders = keyHeader
  .extend(postHeader.shape)
  .extend({ 'if-match': z.string().optional().openapi({ description: '所见的 seq；办件已变化则 412' }) });

export function caseRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/cases', '/cases/*', '/commands/*']) app.use(path, signedIn);

  const openRoute = createRoute({
    method: 'post',
    path: '/cases',
    summary: '受理窗口登记一件申请',
    request: { headers: keyHeader, body: jsonBody(openBody) },
    responses: { 201: json(anyJson, '已登记'), 202: json(anyJson, '已记下，待送达') },
  });
  app.openapi(openRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const { matter, unit, form } = c.req.valid('json');
    const process = currentProcess(matter);
    if (!process) throw new Problem('NOT_FOUND', { detail: `没有“${matter}”这个事项。请从事项目录中选择。` });
    const me = c.get('me');
    const opener = officesIn(context.county, process, unit)[process.openedBy];
    const post = postsOn(me, dateOf(context.now())).find(
      (held) => held.unit === unit && held.role === opener?.role,
    );
    if (!post)
      throw new Problem('FORBIDDEN', {
        detail: `登记“${process.title}”须由该单位的“${opener?.role}”岗位办理。`,
      });
    const officer = asOfficer(me, post);
    const submitted = await openCase(context, { process, unit, form, key, actor: officer });
    if (submitted.kind === 'waiting')
      return c.json(waiting(submitted, key), 202, { location: `/api/v1/commands/${key}` });
    const { state, visibility } = await loadCase(context, me, submitted.caseNo);
    return c.json(
      {
        caseNo: submitted.caseNo,
        displayNo: formatCaseNo(context.county, process, submitted.caseNo),
        seq: submitted.seq,
        view: caseView(context, state, officer, visibility),
      },
      201,
    );
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/cases',
    summary: '办件登记簿',
    request: {
      query: z.object({
        matter: z.string().optional(),
        state: z.enum(['open', 'suspended', 'closed']).optional(),
        unit: z.string().optional(),
        identity: z.string().optional().openapi({ description: '申请人身份证号码，完整匹配' }),
        limit: z.coerce.number().int().min(1).max(100).default(50),
        cursor: z.string().optional(),
      }),
    },
    responses: { 200: json(anyJson) },
  });
  app.openapi(listRoute, async (c) => {
    const { matter, state, unit, identity, limit, cursor } = c.req.valid('query');
    const posts = postsOn(c.get('me'), dateOf(context.now()));
    const [openedAt = '', after = ''] = cursor?.split('~') ?? [];
    const items = await register(context.sql, {
      visible: seenWhole(context, posts),
      unit,
      matter,
      state,
      applicant: identity ? context.vault.hash(identity) : undefined,
      after: cursor ? { openedAt: Number(openedAt), caseNo: after } : undefined,
      limit,
    });
    const last = items.length === limit ? items.at(-1) : undefined;
    return c.json({ items, cursor: last ? `${last.openedAt}~${last.caseNo}` : null }, 200);
  });

  const viewRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}',
    summary: '办件',
    request: { params: caseNo, headers: postHeader },
    responses: { 200: json(anyJson) },
  });
  app.openapi(viewRoute, async (c) => {
    const { state, visibility } = await loadCase(context, c.get('me'), c.req.valid('param').caseNo);
    const officer = officerFor(context, c.get('me'), state, {
      post: c.req.header('x-post'),
      act: runOf(state).open[0]?.key,
    });
    return c.json(caseView(context, state, officer, visibility), 200, { etag: `"${state.seq}"` });
  });

  const ledgerRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/ledger',
    summary: '台账',
    request: { params: caseNo },
    responses: { 200: json(anyJson) },
  });
  app.openapi(ledgerRoute, async (c) => {
    const { ledger, visibility } = await loadCase(context, c.get('me'), c.req.valid('param').caseNo);
    if (visibility !== 'whole') throw new Problem('NOT_FOUND');
    return c.json({ items: ledgerView(ledger) }, 200);
  });

  const clocksRoute = createRoute({
    method: 'get',
    path: '/cases/{caseNo}/clocks',
    summary: '时限及逐日推算',
    request: { params: caseNo },
    responses: { 200: json(anyJson) },
  });
  app.openapi(clocksRoute, async (c) => {
    const { state, visibility } = await loadCase(context, c.get('me'), c.req.valid('param').caseNo);
    if (visibility !== 'whole') throw new Problem('NOT_FOUND');
    return c.json({ items: explainedClocks(state) }, 200);
  });

  const pressRoute = createRoute({
    method: 'post',
    path: '/cases/{caseNo}/commands',
    summary: '对办件的一次操作',
    request: { params: caseNo, headers: commandHeaders, body: jsonBody(commandBody) },
    responses: { 200: json(anyJson, '已办理'), 202: json(anyJson, '已记下，待送达') },
  });
  app.openapi(pressRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const me = c.get('me');
    const body = c.req.valid('json') as PersonCommand;
    const loaded = await loadCase(context, me, c.req.valid('param').caseNo);
    const { state } = loaded;
    const officer = officerFor(context, me, state, {
      post: c.req.header('x-post'),
      act: 'act' in body ? body.act : undefined,
    });
    if (
      body.type === 'transfer' &&
      body.to.person &&
      !(await worksIn(context.sql, body.to.person, body.to.unit, dateOf(context.now())))
    ) {
      throw new Problem('TARGET_UNKNOWN', { caseNo: state.caseNo });
    }
    const seen = c.req.header('if-match')?.replaceAll('"', '');
    const submitted = await submitCommand(
      context,
      { matter: state.process.code, caseNo: state.caseNo },
      {
        key,
        actor: officer,
        body: sealed(context.vault, state, body),
        sent: body,
        seenSeq: seen ? Number(seen) : undefined,
      },
    );
    if (submitted.kind === 'waiting')
      return c.json(waiting(submitted, key), 202, { location: `/api/v1/commands/${key}` });
    const [after, next] = await Promise.all([
      caseAfter(context, me, loaded, submitted.entries),
      nextTask(context, me),
    ]);
    return c.json(
      { seq: submitted.seq, view: caseView(context, after.state, officer, after.visibility), next },
      200,
    );
  });

  const previewRoute = createRoute({
    method: 'post',
    path: '/cases/{caseNo}/preview',
    summary: '这一操作会带来什么（不办理）',
    request: { params: caseNo, headers: postHeader, body: jsonBody(commandBody) },
    responses: { 200: json(anyJson) },
  });
  app.openapi(previewRoute, async (c) => {
    const me = c.get('me');
    const body = c.req.valid('json') as PersonCommand;
    const { state } = await loadCase(context, me, c.req.valid('param').caseNo);
    const actor = officerFor(context, me, state, {
      post: c.req.header('x-post'),
      act: 'act' in body ? body.act : undefined,
    });
    const command: Command = {
      id: 'preview',
      hash: '',
      at: context.now(),
      wall: Date.now(),
      actor,
      body: sealed(context.vault, state, body),
    };
    const shown = preview(state, command);
    if (shown.kind === 'refused') throw problemOf(shown.refusal, state.caseNo);
    return c.json(shown, 200);
  });

  const statusRoute = createRoute({
    method: 'get',
    path: '/commands/{id}',
    summary: '一次操作的下落',
    request: { params: z.object({ id: z.string() }) },
    responses: { 200: json(anyJson) },
  });
  app.openapi(statusRoute, async (c) => {
    const status = await commandStatus(context.sql, c.req.valid('param').id);
    if (!status || status.person !== c.get('me').id) throw new Problem('NOT_FOUND');
    const { person: _person, ...shown } = status;
    return c.json(shown, 200);
  });

  const mineRoute = createRoute({
    method: 'get',
    path: '/commands',
    summary: '我的待送达和送达后被退回的操作',
    responses: { 200: json(anyJson) },
  });
  app.use('/commands', signedIn);
  app.openapi(mineRoute, async (c) =>
    c.json(
      {
        items: (await undelivered(context.sql, c.get('me').id)).map(({ person: _person, ...shown }) => shown),
      },
      200,
    ),
  );

  const toldRoute = createRoute({
    method: 'post',
    path: '/commands/{id}/read',
    summary: '已知悉',
    request: { params: z.object({ id: z.string() }) },
    responses: { 204: { description: '已知悉' } },
  });
  app.openapi(toldRoute, async (c) => {
    if (!(await acknowledge(context.sql, c.get('me').id, c.req.valid('param').id)))
      throw new Problem('NOT_FOUND');
    return c.body(null, 204);
  });

  return app;
}

const waiting = ({ caseNo }: Extract<Submitted, { kind: 'waiting' }>, key: string) => ({
  state: 'waiting',
  title: '已记下，待送达',
  detail: '系统正在恢复，您的操作已保存，恢复后按顺序送达，无需重复提交。',
  caseNo,
  command: key,
});
