/**
 * A client generated from the description alone opens, decides and reads a case: every line here is typed by it, without
 * an assertion. `YIMEN_WRITE_DOCS=1` generates it anew.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../../client/generated/api.ts';
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
  const spec = await (await stack.http('/api/openapi.json', {})).json();
  const { files } = await generateApi({ spec, output: false, silent: true });
  // Written for looser compiler options than ours; its types are what is tried here.
  const text = `// @ts-nocheck\n${files.map(({ fileContent }) => fileContent).join('')}`;
  if (process.env['YIMEN_WRITE_DOCS']) writeFileSync(file, text);
  expect(text.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
});

test('由说明生成的客户端：登录、上传、登记、办理、查看', async () => {
  const anybody = new Api({ baseUrl: stack.address });
  const signedIn = await anybody.api.v1SessionsCreate({
    username: 'chengguan-chuangkou',
    password: samplePassword,
  });
  const { api } = new Api({
    baseUrl: stack.address,
    baseApiParams: { headers: { authorization: `Bearer ${signedIn.data.token}` } },
  });
  const once = () => ({ headers: { 'idempotency-key': randomUUID() } });
  const material = new File([sampleFile('材料')], '材料.pdf', { type: 'application/pdf' });
  // This generator knows no bodies of bytes.
  const headers = { authorization: `Bearer ${signedIn.data.token}` };
  const stored = await fetch(`${stack.address}/api/v1/materials`, {
    method: 'POST',
    body: material,
    headers,
  });
  expect(stored.status).toBe(201);
  const matter = (await api.v1MattersDetail('minimum-living')).data;
  const form = sampleApplication({ n: 41, name: '陈生成', appliedOn: stack.today() });
  const opened = (await api.v1CasesCreate({ matter: matter.code, unit: matter.units[0] ?? '', form }, once()))
    .data;
  if (!('view' in opened)) throw new Error('还在路上');
  const { caseNo } = opened;
  const [act] = opened.view.acts;
  expect(act?.outcomes.map(({ name }) => name)).toContain('受理');
  const decided = await api.v1CasesCommandsCreate(
    caseNo,
    { type: 'decide', act: act?.key ?? '', outcome: '受理', opinion: '材料齐全' },
    once(),
  );
  if (!('view' in decided.data)) throw new Error('还在路上');
  const view = (await api.v1CasesDetail(caseNo)).data;
  if (view.visibility !== 'whole') throw new Error('应当看得到整件');
  expect(view.path.map(({ outcome }) => outcome)).toEqual(['受理']);
  expect(view.clocks.map(({ name }) => name)).toContain('审核确认');
  const refused = await api.v1CasesDetail('DB202699999').catch((problem: unknown) => problem);
  expect(refused).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
});
