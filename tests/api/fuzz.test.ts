/** Whatever is asked, the answer is one that the description names, and never a fault of ours. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { whistleDeskOf } from '../matters/whistle/desk.ts';
import { type Desk, deskOf, done } from '../setup/desk.ts';
import { undocumented } from '../setup/documented.ts';
import { startTestStack, type TestStack } from '../setup/test-stack.ts';
import { type Document, requestsOf } from './random-request.ts';

let stack: TestStack;
let desk: Desk;
beforeAll(async () => {
  stack = await startTestStack();
  desk = await deskOf(stack);
});
afterAll(async () => await stack.close());

const count = Number(process.env['YIMEN_REQUESTS'] ?? 5_000);

test(`由接口说明随机提出的 ${count} 个请求：没有 5xx，没有说明之外的答复`, {
  timeout: 7_200_000,
}, async () => {
  const open = await desk.opened();
  const accepted = await desk.accepted();
  const investigated = await desk.investigated();
  done(await desk.reviewer.submit(investigated, { type: 'claim', act: '初审' }));
  const whistles = await whistleDeskOf(stack);
  const whistle = await whistles.dispatched({}, { lead: 'housing', helpers: ['police'] });
  const names = {
    caseNo: [open, accepted, investigated, whistle],
    matter: ['minimum-living', 'whistle', 'joint-enforcement'],
    unit: ['chengguan', 'police', 'yaofu', 'housing'],
    month: ['2026-03', '2026-13', '2020-01'],
    person: ['chengguan-chuangkou', 'chengguan-diaocha', 'ducha'],
    act: ['材料审查', '提请信息核对', '入户调查', '初审', '核对报告', '部门/housing/签收'],
    target: ['材料审查', '入户调查', '核对报告'],
    outcome: ['受理', '材料不齐', '已提请', '已调查', '拟同意', '相符', '签收', '退单'],
    opinion: ['属实', ''],
    clock: ['审核确认', '环节/初审'],
    reason: ['调查难度较大', '无正当理由拒不配合'],
    fact: ['投诉、举报', '近亲属', '家庭成员死亡', '增派', '并入哨源'],
    name: ['minimum-living.standards', 'minimum-living.public-notice'],
    'if-match': ['"1"', '"3"', '*'],
    'x-post': ['chengguan-chuangkou-1', 'ducha-1'],
    advance: ['PT1H', 'P1D'],
  };
  const app = createApp(stack.context);
  const document = (await (await app.request('/api/openapi.json')).json()) as Document;
  const wrongWith = undocumented(app);
  const tokens = [
    undefined,
    desk.window,
    desk.visitor,
    desk.reviewer,
    desk.inspector,
    desk.countyHead,
    whistles.of('housing'),
    whistles.dispatcher,
    whistles.inspector,
  ].map((client) => client?.token);
  const seen: Record<string, number> = {};
  const faults: string[] = [];
  const faultOf = (method: string, path: string, status: number, type: string, text: string) => {
    if (status >= 500 && !path.startsWith('/api/v1/ready')) return text;
    const wrong = wrongWith(method, new URL(path, 'http://here').pathname, status, type, text);
    if (wrong || !type.includes('problem')) return wrong;
    const { fields = [] } = JSON.parse(text) as { fields?: readonly { text: string }[] };
    return fields.every((field) => /[\u4e00-\u9fff]/.test(field.text)) ? undefined : text;
  };
  const request = fc.tuple(requestsOf(document, names), fc.constantFrom(...tokens));
  const ask = fc.asyncProperty(request, async ([{ method, path, headers, body }, token]) => {
    const answer = await app.request(path, {
      method,
      // Whoever signs out is not asked again.
      headers: {
        ...headers,
        ...(token && method !== 'DELETE' ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined || method === 'GET' ? {} : { body }),
    });
    const type = answer.headers.get('content-type') ?? '';
    // What changes is told for as long as somebody listens.
    const endless = type.startsWith('text/event-stream');
    if (endless) await answer.body?.cancel();
    const text = endless ? '' : await answer.text();
    seen[answer.status] = (seen[answer.status] ?? 0) + 1;
    const fault = faultOf(method, path, answer.status, type, text);
    if (fault) faults.push(`${method} ${path} ${JSON.stringify(headers)} ${body}\n${fault}`.slice(0, 1_500));
  });
  await fc.assert(ask, { numRuns: count, seed: Number(process.env['YIMEN_SEED'] ?? 20261125) });
  console.log(count, 'requests', JSON.stringify(seen));
  expect(faults.slice(0, 10)).toEqual([]);
  expect(Object.keys(seen).length).toBeGreaterThan(5);
});
