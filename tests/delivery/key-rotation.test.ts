/**
 * Keys are changed while cases are under way, in two steps: the new one is made readable everywhere, then it is written
 * with; the old one is kept until nothing needs it.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { openAppContext } from '../../api/open-context.ts';
import { ApiClient } from '../../client/client.ts';
import type { Settings } from '../../contract/settings.ts';
import { signCallback } from '../../security/callback-signature.ts';
import { openSample } from '../../stack/sample-application.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { startTestStack, type TestStack, until } from '../setup/test-stack.ts';

let stack: TestStack;
let desk: Desk;
const lists = ['YIMEN_PAYLOAD_KEYS', 'YIMEN_IDENTITY_KEYS', 'YIMEN_CALLBACK_KEYS'] as const;
const written = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

// The first step has been taken: every process can read what the new keys write, and none writes with them yet.
beforeAll(async () => {
  const first = Object.fromEntries(lists.map((name) => [name, `${written('old')},${written('new')}`]));
  stack = await startTestStack({ settings: first });
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

test('更换载荷、身份证号码、回调的密钥：在办件接着办，新写的用新密钥，旧密钥仍可读、可验', async () => {
  const before = await desk.accepted();
  const { settings, county, sql } = stack.context;
  const rotated: Settings = {
    ...settings,
    ...Object.fromEntries(lists.map((name) => [name, settings[name].toReversed()])),
  };
  await stack.stopWorker();
  await stack.startWorker(rotated);
  const { context, close } = await openAppContext(rotated, county);
  const app = createApp(context);
  const through = (client: ApiClient) =>
    new ApiClient(async (path, init) => await app.request(path, init), client.token);
  const [window, visitor, verifier] = [desk.window, desk.visitor, desk.verifier].map(through) as [
    ApiClient,
    ApiClient,
    ApiClient,
  ];

  // The verification centre is asked about people whose numbers the old key sealed.
  done(await visitor.decide(before, '提请信息核对', '已提请'));
  await desk.opensAct(before, '核对报告');
  done(await verifier.decide(before, '核对报告', '相符'));

  const opened = done(await openSample(window, 'chengguan', desk.application()));
  const sealedUnder = async (caseNo: string): Promise<unknown> => {
    const [row] =
      await sql`select event #>> '{input,form,applicant,identity,sealed}' as sealed from entry where case_no = ${caseNo} and seq = 1`;
    return String(row?.['sealed']).split(':')[0];
  };
  expect(await sealedUnder(before)).toBe('old');
  expect(await sealedUnder(opened.caseNo)).toBe('new');

  const body = JSON.stringify({
    caseNo: before,
    act: '信息核对',
    round: 1,
    answers: { 无: { status: 'no-data', findings: [] } },
  });
  const called = async (
    key: Settings['YIMEN_CALLBACK_KEYS'][number] | undefined,
    nonce: string,
  ): Promise<number> => {
    if (!key) throw new Error('no key');
    const headers = { 'content-type': 'application/json', ...signCallback(key, nonce, body, Date.now()) };
    const answer = await app.request('/api/v1/callbacks/verification', { method: 'POST', headers, body });
    return answer.status;
  };
  const [fresh, old] = rotated.YIMEN_CALLBACK_KEYS;
  expect(await called(fresh, 'n'.repeat(20))).not.toBe(401);
  expect(await called(old, 'o'.repeat(20))).not.toBe(401);
  expect(await called({ id: 'unknown', key: new Uint8Array(randomBytes(32)) }, 'p'.repeat(20))).toBe(401);
  await until(
    async () => await sql<{ n: number }[]>`select count(*)::int as n from command where state = 'waiting'`,
    ([row]) => row?.n === 0,
  );
  await close();
});
