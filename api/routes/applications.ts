/** 网上申请: anybody who can be reached by telephone applies by themselves; the window looks at it as at any other. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../contract/actor.ts';
import { authorityIn } from '../../contract/county.ts';
import { trial } from '../../contract/responses/case.ts';
import { codeSent, ownOpened } from '../../contract/responses/own.ts';
import { applicantSession, storedMaterial } from '../../contract/responses/service.ts';
import { commandStatus, onlineMatters, waiting } from '../../contract/responses/work.ts';
import type { Json } from '../../contract/rule.ts';
import { applicantBody, objectionCodeBody, openBody } from '../../contract/wire.ts';
import { addApplicantMaterial, createApplicantSession, phoneOfSession } from '../../db/applicants.ts';
import { commandStatus as statusOf } from '../../db/commands.ts';
import { takenSoFar, triedOpening } from '../../delivery/tried-opening.ts';
import { checkForm } from '../../engine/forms/form.ts';
import { jsonSchema } from '../../engine/forms/schema.ts';
import type { AnyProcess } from '../../engine/process/definition.ts';
import { citizenMinutes } from '../../security/one-time-code.ts';
import { newToken, tokenHash } from '../../security/sessions.ts';
import { matters } from '../../workflows/index.ts';
import { formatCaseNo } from '../case-number.ts';
import { isRightCode, sendCode } from '../codes.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { checkNamedByApplicant } from '../named.ts';
import { openCase } from '../open-case.ts';
import { binary, json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { ownCase } from '../own-case.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { kept } from '../sealing.ts';
import { addressOf, gateOf, tooMany } from '../session.ts';
import { confirmedInProduction } from '../unconfirmed.ts';
import { readCase } from '../visibility.ts';
import { waitingReply } from './cases/shared.ts';
import { kinds } from './materials.ts';
import { cookiePath, enterOwnCase, keepForPeople } from './my.ts';

const cookieName = 'yimen_applicant';
const purposeOf = (phone: string): string => `apply ${phone}`;

type Asked = z.infer<typeof openBody>;

/** Where it may be applied for. */
function unitsFor({ county }: AppContext, { online, owner }: AnyProcess) {
  const own = authorityIn(county, owner);
  return county.units.filter(({ id, kind, joined }) =>
    online === 'townships' ? kind === 'township' && !joined : online === 'owner' && id === own,
  );
}

export function applicationRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const { sql, vault } = context;
  const gate = gateOf(context);
  const pay = async (c: Context<ApiEnv>, purpose: string): Promise<void> => {
    const wait = await gate.pay({ username: purpose, address: addressOf(c) });
    if (wait !== undefined) throw tooMany(wait);
  };
  const sessionOf = (c: Context<ApiEnv>): string => tokenHash(getCookie(c, cookieName) ?? '');

  const mattersRoute = createRoute({
    method: 'get',
    path: '/my/matters',
    summary: '群众：可以自己在网上申请的事项、向哪里申请、填什么（无需登录）',
    responses: { 200: json(onlineMatters) },
  });
  app.openapi(mattersRoute, (c) => {
    const items = matters.flatMap((process) => {
      const units = unitsFor(context, process).map(({ id, name }) => ({ id, name }));
      const { code, title, basis, application } = process;
      return units.length > 0 ? [{ code, title, basis, units, form: jsonSchema(application) }] : [];
    });
    return c.json({ items }, 200);
  });

  const codeRoute = createRoute({
    method: 'post',
    path: '/my/applicants/codes',
    summary: '群众：申请之前取验证码，发到所填的电话（无需登录）',
    request: { body: jsonBody(objectionCodeBody) },
    responses: { 202: json(codeSent) },
  });
  app.openapi(codeRoute, async (c) => {
    const { phone } = c.req.valid('json');
    await pay(c, `application code for ${phone}`);
    return c.json(await sendCode(context, purposeOf(phone), phone), 202);
  });

  const enterRoute = createRoute({
    method: 'post',
    path: '/my/applicants',
    summary: '群众：凭电话和验证码开始申请',
    request: { body: jsonBody(applicantBody) },
    responses: { 201: json(applicantSession, '可以申请；同时写入 cookie') },
  });
  app.openapi(enterRoute, async (c) => {
    const { phone, code } = c.req.valid('json');
    await pay(c, `application by ${phone}`);
    if (!(await isRightCode(context, purposeOf(phone), code))) throw new Problem('CODE_WRONG');
    const token = newToken();
    await createApplicantSession(sql, tokenHash(token), phone, citizenMinutes);
    keepForPeople(context, c, cookieName, token);
    return c.json({ phone }, 201);
  });

  const reached = createMiddleware<ApiEnv>(async (c, next) => {
    if (!(await phoneOfSession(sql, sessionOf(c)))) throw new Problem('NOT_SIGNED_IN');
    await next();
  });
  for (const path of ['/my/applicant', '/my/applications', '/my/applications/*']) app.use(path, reached);

  const whoRoute = createRoute({
    method: 'get',
    path: '/my/applicant',
    summary: '群众：正在以哪个电话申请',
    responses: { 200: json(applicantSession) },
  });
  app.openapi(whoRoute, async (c) => c.json({ phone: (await phoneOfSession(sql, sessionOf(c))) ?? '' }, 200));

  const uploadRoute = createRoute({
    method: 'post',
    path: '/my/applications/materials',
    summary: '群众：上传要随申请交的材料',
    request: { body: { content: binary(kinds), required: true } },
    responses: { 201: json(storedMaterial) },
  });
  app.openapi(uploadRoute, async (c) => {
    if (!c.req.raw.body) throw new Problem('FILE_EMPTY');
    const file = await context.materials.put(c.req.raw.body);
    await addApplicantMaterial(sql, file, sessionOf(c));
    return c.json(file, 201);
  });

  /** What is applied for, by whoever has the telephone that the application names. */
  async function applied(c: Context<ApiEnv>, { matter, unit, form }: Asked) {
    const process = matters.find(({ code }) => code === matter);
    if (!process || !unitsFor(context, process).some(({ id }) => id === unit))
      throw new Problem('NOT_FOUND', {
        detail: '这个事项不能向这里网上申请。请从可以申请的事项里选，或者到乡镇服务大厅办理。',
      });
    const sealed = kept(vault, process.application, form);
    const fields = checkForm(process.application, sealed);
    if (fields.length > 0) return { process, sealed, fields } as const;
    await checkNamedByApplicant(context, sessionOf(c), process.application, form);
    const phone = await phoneOfSession(sql, sessionOf(c));
    const named = process.applicantPhone?.(sealed as never);
    const actor: Actor = {
      kind: 'applicant',
      identity: process.applicantIdentity?.(sealed as never).hash ?? '',
    };
    const text = `联系电话应当是收到验证码的电话${phone}，以便接到通知、查看办件`;
    return {
      process,
      sealed,
      actor,
      fields: named === phone ? [] : [{ field: whereIs(form, named), text }],
    } as const;
  }

  const trialRoute = createRoute({
    method: 'post',
    path: '/my/applications/trial',
    summary: '群众：试申请，还缺什么（不办理）',
    request: { body: jsonBody(openBody) },
    responses: { 200: json(trial) },
  });
  app.openapi(trialRoute, async (c) => {
    const asked = c.req.valid('json');
    const { process, sealed, actor, fields } = await applied(c, asked);
    const mine = <T extends { readonly caseNo: string | null }>(taken: T | null) =>
      taken && { ...taken, caseNo: null };
    if (!actor || fields.length > 0) {
      const taken = mine(await takenSoFar(sql, process, { unit: asked.unit, form: sealed }));
      return c.json({ fields: [...fields], gaps: [], taken, unfit: null }, 200);
    }
    const at = context.now();
    const tried = await triedOpening(sql, context.county, {
      process,
      unit: asked.unit,
      form: sealed,
      actor,
      at,
    });
    return c.json({ ...tried, taken: mine(tried.taken) }, 200);
  });

  const applyRoute = createRoute({
    method: 'post',
    path: '/my/applications',
    summary: '群众：提出申请；随即进入自己的办件',
    request: { headers: keyHeader, body: jsonBody(openBody) },
    responses: { 201: json(ownOpened, '已登记'), 202: json(waiting, '已记下，待送达') },
  });
  app.openapi(applyRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const asked = c.req.valid('json');
    const { process, actor, fields } = await applied(c, asked);
    if (!actor || fields.length > 0) throw new Problem('FORM_INVALID', { fields: [...fields] });
    await confirmedInProduction(context, process);
    const { unit, form } = asked;
    const done = await openCase(context, { process, unit, form, key, actor });
    const displayNo = formatCaseNo(context.county, process, done.caseNo);
    await enterOwnCase(context, c, done.caseNo);
    if (done.kind === 'waiting') return c.json(waitingReply(done, key), 202);
    const state = await readCase(context, done.caseNo);
    if (!state) throw new Problem('NOT_FOUND');
    deleteCookie(c, cookieName, { path: cookiePath });
    return c.json({ displayNo, view: await ownCase(context, state) }, 201);
  });
  const statusRoute = createRoute({
    method: 'get',
    path: '/my/applications/{id}',
    summary: '群众：一次申请的下落',
    request: { params: z.object({ id: plain }) },
    responses: { 200: json(commandStatus) },
  });
  app.openapi(statusRoute, async (c) => {
    const status = await statusOf(sql, c.req.valid('param').id);
    if (!status || status.person !== null) throw new Problem('NOT_FOUND');
    const { person: _person, ...shown } = status;
    return c.json(shown, 200);
  });
  return app;
}

/** The field that says it. */
function whereIs(form: { readonly [name: string]: Json }, said: string | undefined, at = ''): string {
  for (const [name, value] of Object.entries(form)) {
    if (value === said) return `${at}${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inner = whereIs(value as { readonly [name: string]: Json }, said, `${at}${name}.`);
      if (inner) return inner;
    }
  }
  return '';
}
