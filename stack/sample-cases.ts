/** A few cases in different states, opened once through the API like any other. */

import type { Fetch } from '../client/client.ts';
import { dateOf } from '../engine/clock/time.ts';
import { openSample, sampleApplication, visitForm } from './sample-application.ts';
import { signInSample } from './sample-people.ts';

export async function sampleCases(address: string): Promise<void> {
  const http: Fetch = (path, init) => fetch(address + path, init);
  const [window, visitor] = await Promise.all([
    signInSample(http, 'chengguan-chuangkou'),
    signInSample(http, 'chengguan-diaocha'),
  ]);
  const { items } = await window.get<{ items: readonly unknown[] }>('/cases');
  if (items.length > 0) return;
  const { now } = await window.get<{ now: number }>('/clock');
  const today = dateOf(now);
  const open = async (n: number, name: string): Promise<string> => {
    const { body, status } = await openSample(
      window,
      'chengguan',
      sampleApplication({ n, name, appliedOn: today }),
      `sample-case-${n}`,
    );
    if (status !== 201) throw new Error(`样例办件没有登记：${JSON.stringify(body)}`);
    return body.caseNo;
  };
  await open(1, '张秀兰');
  const accepted = await open(2, '马国强');
  await window.decide(accepted, '材料审查', '受理');
  const visited = await open(3, '王桂英');
  await window.decide(visited, '材料审查', '受理');
  await visitor.decide(visited, '提请信息核对', '已提请');
  await visitor.decide(visited, '入户调查', '已调查', visitForm(today));
}
