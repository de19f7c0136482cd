/**
 * A client generated from the description alone opens, decides and reads a case: every line here is typed by it, without
 * an assertion. `YIMEN_WRITE_DOCS=1` generates it anew.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { generateSource } from 'oazapfts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as api from '../../client/generated/api.ts';
import { sampleApplication } from '../../stack/sample-application.ts';
import { sampleFile } from '../../stack/sample-material.ts';
import { samplePassword } from '../../stack/sample-people.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(async () => await stack.close());

const file = new URL('../../client/generated/api.ts', import.meta.url);

test('client/generated/api.ts 与接口说明一致', async () => {
  const source = await generateSource(`${stack.address}/api/openapi.json`);
  // Written for looser compiler options than ours; its types are what is tried here.
  const text = `// @ts-nocheck\n${source}`;
  if (process.env['YIMEN_WRITE_DOCS']) writeFileSync(file, text);
  expect(text.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
});

test('由说明生成的客户端：登录、上传、登记、办理、查看', async () => {
  const baseUrl = stack.address;
  const signIn = { username: 'chengguan-chuangkou', password: samplePassword };
  const { data: session } = await api.postApiV1Sessions(signIn, { baseUrl });
  if (!('token' in session)) throw new Error(session.detail);
  const signedIn = { baseUrl, headers: { authorization: `Bearer ${session.token}` } };
  const material = new File([sampleFile('材料')], '材料.pdf', { type: 'application/pdf' });
  const stored = await api.postApiV1Materials(material, signedIn);
  expect(stored.status).toBe(201);
  const { data: matter } = await api.getApiV1MattersByCode('minimum-living', signedIn);
  if (!('units' in matter)) throw new Error(matter.detail);
  const form = sampleApplication({ n: 41, name: '陈生成', appliedOn: stack.today() });
  const { data: opened } = await api.postApiV1Cases(
    randomUUID(),
    { matter: matter.code, unit: matter.units[0] ?? '', form },
    signedIn,
  );
  if (!('view' in opened)) throw new Error('还在路上');
  const { caseNo } = opened;
  const [act] = opened.view.acts;
  expect(act?.outcomes.map(({ name }) => name)).toContain('受理');
  const { data: decided } = await api.postApiV1CasesByCaseNoCommands(
    caseNo,
    randomUUID(),
    { type: 'decide', act: act?.key ?? '', outcome: '受理', opinion: '材料齐全' },
    {},
    signedIn,
  );
  if (!('view' in decided)) throw new Error('还在路上');
  const { data: view } = await api.getApiV1CasesByCaseNo(caseNo, {}, signedIn);
  if (!('visibility' in view) || view.visibility !== 'whole') throw new Error('应当看得到整件');
  expect(view.path.map(({ outcome }) => outcome)).toEqual(['受理']);
  expect(view.clocks.map(({ name }) => name)).toContain('审核确认');
  const refused = await api.getApiV1CasesByCaseNo('DB202699999', {}, signedIn);
  expect(refused).toMatchObject({ status: 404, data: { code: 'NOT_FOUND' } });
});
