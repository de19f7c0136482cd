import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { PersonCommand } from '../../contract/command.ts';
import { codeSent, ownCase as ownCaseShape, ownSubmitted } from '../../contract/responses/own.ts';
import { storedMaterial } from '../../contract/responses/service.ts';
import { commandStatus, waiting } from '../../contract/responses/work.ts';
import { citizenSignInBody, codeBody, commandBody, ratingBody } from '../../contract/wire.ts';
import { addCaseMaterial } from '../../db/attachments.ts';
import { caseOfSession, createCitizenSession, endCitizenSession } from '../../db/citizens.ts';
import { commandStatus as statusOf } from '../../db/commands.ts';
import { putRating } from '../../db/ratings.ts';
import { type CaseState, isClosed } from '../../engine/ledger/state.ts';
import { citizenMinutes, codeMinutes } from '../../security/one-time-code.ts';
import { newToken, tokenHash } from '../../security/sessions.ts';
import { matters } from '../../workflows/index.ts';
import { formatCaseNo, wordOf } from '../case-number.ts';
import { isRightCode, sendCode } from '../codes.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { checkNamed } from '../named.ts';
import { binary, json, jsonBody, keyHeader, keyOf, validated } from '../openapi.ts';
import { asApplicant, ownCase, ownNotices } from '../own-case.ts';
import { plain } from '../page.ts';
import { documentPage, printPolicy } from '../print.ts';
import { printedDocument } from '../printed.ts';
import { Problem } from '../problem.ts';
import { fieldsOf, formOf, sealed } from '../sealing.ts';
import { addressOf, gateOf, tooMany } from '../session.ts';
import { submitCommand } from '../submit.ts';
import { readCase } from '../visibility.ts';
import { seenSeq, waitingReply } from './cases/shared.ts';
import { kinds } from './materials.ts';

const cookieName = 'yimen_my';
export const cookiePath = '/api/v1/my';

/** A case's number, however it is written: as on a document, with blanks, with other brackets. */
function caseNoOf(context: AppContext, written: string): string {
  const text = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const digits = text.replaceAll(/\D/g, '');
  const named = matters.find(
    (process) =>
      formatCaseNo(context.county, process, `${process.numbering.prefix}${digits}`).replaceAll(/\D/g, '') ===
        digits && text.startsWith(wordOf(context.county, process, digits.slice(0, 4))),
  );
  return named ? `${named.numbering.prefix}${digits}` : text;
}

/** The case, if these are the last characters of its applicant's number and there is a telephone to reach them by. */
async function claimed(
  context: AppContext,
  caseNo: string,
  last: string,
): Promise<{ readonly state: CaseState; readonly phone: string } | undefined> {
  const state = await readCase(context, caseNo);
  if (!state) return undefined;
  const { process, input } = state;
  const identity = process.applicantIdentity?.(input.form);
  const phone = process.applicantPhone?.(input.form);
  return phone && identity?.masked.endsWith(last.toUpperCase()) ? { state, phone } : undefined;
}

/** A session of somebody who is nobody's officer, as long as it lasts and for these routes alone. */
export const keepForPeople = (
  { settings }: Pick<AppContext, 'settings'>,
  c: Context<ApiEnv>,
  name: string,
  token: string,
): void =>
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: cookiePath,
    secure: settings.YIMEN_PROFILE === 'production',
    maxAge: citizenMinutes * 60,
  });

/** The browser is the applicant's of this case from here on. */
export async function enterOwnCase(context: AppContext, c: Context<ApiEnv>, caseNo: string): Promise<void> {
  const token = newToken();
  await createCitizenSession(context.sql, tokenHash(token), caseNo, citizenMinutes);
  keepForPeople(context, c, cookieName, token);
}

export function myRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const { sql } = context;
  const gate = gateOf(context);
  const pay = async (c: Context<ApiEnv>, purpose: string, caseNo: string): Promise<void> => {
    const wait = await gate.pay({ username: `${purpose} ${caseNo}`, address: addressOf(c) });
    if (wait !== undefined) throw tooMany(wait);
  };

  const codeRoute = createRoute({
    method: 'post',
    path: '/my/codes',
    summary: '群众：取验证码，发到办件上留的电话；号码不对的同样答复',
    request: { body: jsonBody(codeBody) },
    responses: { 202: json(codeSent, '号码相符的，已经发出') },
  });
  app.openapi(codeRoute, async (c) => {
    const { caseNo: written, last } = c.req.valid('json');
    const caseNo = caseNoOf(context, written);
    await pay(c, 'code for', caseNo);
    const found = await claimed(context, caseNo, last);
    if (!found) return c.json({ minutes: codeMinutes }, 202);
    return c.json(await sendCode(context, caseNo, found.phone), 202);
  });

  const enterRoute = createRoute({
    method: 'post',
    path: '/my/sessions',
    summary: '群众：凭办件号、身份证号码后四位和验证码进入自己的办件',
    request: { body: jsonBody(citizenSignInBody) },
    responses: { 201: json(ownCaseShape, '自己的办件；同时写入 cookie') },
  });
  app.openapi(enterRoute, async (c) => {
    const { caseNo: written, last, code } = c.req.valid('json');
    const caseNo = caseNoOf(context, written);
    await pay(c, 'enter', caseNo);
    const found = await claimed(context, caseNo, last);
    const right = found && (await isRightCode(context, caseNo, code));
    if (!right) throw new Problem('CODE_WRONG');
    await enterOwnCase(context, c, caseNo);
    return c.json(await ownCase(context, found.state), 201);
  });

  const entered = createMiddleware<ApiEnv>(async (c, next) => {
    const token = getCookie(c, cookieName);
    const caseNo = token && (await caseOfSession(sql, tokenHash(token)));
    const state = caseNo ? await readCase(context, caseNo) : undefined;
    if (!state) throw new Problem('NOT_SIGNED_IN');
    c.set('own', state);
    await next();
  });
  for (const path of ['case', 'session', 'commands', 'commands/*', 'materials', 'documents/*', 'rating'])
    app.use(`/my/${path}`, entered);

  const leaveRoute = createRoute({
    method: 'delete',
    path: '/my/session',
    summary: '群众：退出',
    responses: { 204: { description: '已退出' } },
  });
  app.openapi(leaveRoute, async (c) => {
    await endCitizenSession(sql, tokenHash(getCookie(c, cookieName) ?? ''));
    deleteCookie(c, cookieName, { path: cookiePath });
    return c.body(null, 204);
  });

  const caseRoute = createRoute({
    method: 'get',
    path: '/my/case',
    summary: '群众：自己的办件',
    responses: { 200: json(ownCaseShape) },
  });
  app.openapi(caseRoute, async (c) => c.json(await ownCase(context, c.get('own')), 200));

  const commandRoute = createRoute({
    method: 'post',
    path: '/my/commands',
    summary: '群众：补正、异议、登记情况、撤回',
    request: {
      headers: keyHeader.extend({ 'if-match': z.string().optional() }),
      body: jsonBody(commandBody),
    },
    responses: { 200: json(ownSubmitted, '已办理'), 202: json(waiting, '已记下，待送达') },
  });
  app.openapi(commandRoute, async (c) => {
    const key = keyOf(c.req.header('idempotency-key'));
    const body = c.req.valid('json') as PersonCommand;
    const state = c.get('own');
    const { caseNo, process } = state;
    const nobody = { id: '', name: '', username: '', identity: '', posts: [] };
    await checkNamed(context, nobody, fieldsOf(state, body), formOf(body), caseNo);
    const done = await submitCommand(
      context,
      { matter: process.code, caseNo },
      {
        key,
        actor: asApplicant(state),
        body: sealed(context.vault, state, body),
        sent: body,
        seenSeq: seenSeq(c.req.header('if-match')),
      },
    );
    if (done.kind === 'waiting') return c.json(waitingReply(done, key), 202);
    const after = (await readCase(context, caseNo)) ?? state;
    return c.json({ seq: done.seq, view: await ownCase(context, after) }, 200);
  });

  const ratingRoute = createRoute({
    method: 'post',
    path: '/my/rating',
    summary: '群众：办结以后评价；再评的以最后一次为准',
    request: { body: jsonBody(ratingBody) },
    responses: { 200: json(ownCaseShape) },
  });
  app.openapi(ratingRoute, async (c) => {
    const state = c.get('own');
    if (!isClosed(state)) throw new Problem('FORBIDDEN', { detail: '这件还没有办结。办结以后请再来评价。' });
    const { caseNo, process, input } = state;
    const at = context.now();
    await putRating(sql, { ...c.req.valid('json'), caseNo, matter: process.code, unit: input.unit, at });
    return c.json(await ownCase(context, state), 200);
  });

  const statusRoute = createRoute({
    method: 'get',
    path: '/my/commands/{id}',
    summary: '群众：一次操作的下落',
    request: { params: z.object({ id: plain }) },
    responses: { 200: json(commandStatus) },
  });
  app.openapi(statusRoute, async (c) => {
    const status = await statusOf(sql, c.req.valid('param').id);
    if (!status || status.caseNo !== c.get('own').caseNo || status.person !== null)
      throw new Problem('NOT_FOUND');
    const { person: _person, ...shown } = status;
    return c.json(shown, 200);
  });

  const uploadRoute = createRoute({
    method: 'post',
    path: '/my/materials',
    summary: '群众：上传材料，归入自己的办件',
    request: { body: { content: binary(kinds), required: true } },
    responses: { 201: json(storedMaterial) },
  });
  app.openapi(uploadRoute, async (c) => {
    if (!c.req.raw.body) throw new Problem('FILE_EMPTY');
    const file = await context.materials.put(c.req.raw.body);
    await addCaseMaterial(sql, file, c.get('own').caseNo);
    return c.json(file, 201);
  });

  const printRoute = createRoute({
    method: 'get',
    path: '/my/documents/{code}/print',
    summary: '群众：发给自己的一份文书',
    request: { params: z.object({ code: plain.min(1) }) },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  });
  app.openapi(printRoute, async (c) => {
    const state = c.get('own');
    const { code } = c.req.valid('param');
    if (!ownNotices(context, state).some((notice) => notice.code === code)) throw new Problem('NOT_FOUND');
    return c.html(documentPage(await printedDocument(context, state, code, c.req.url)), 200, {
      'content-security-policy': printPolicy,
    });
  });
  return app;
}
