/** What the engine costs, in runs of the process: folding a ledger takes none, a command at most three. */
import { expect, test } from 'vitest';
import type { CommandBody } from '../../contract/command.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { project } from '../../engine/ledger/projection.ts';
import { preview } from '../../engine/preview.ts';
import { outcome } from '../../engine/process/act.ts';
import type { AnyProcess, Result, Step } from '../../engine/process/definition.ts';
import { basis, desk, inspector, process, Sample, workingDays } from './small-case.ts';

let runs = 0;
const counted: AnyProcess = {
  ...process,
  *body(c): Step<Result> {
    runs++;
    c.accept();
    for (let n = 0; n < 200; n++) {
      const { outcome: said } = yield* c.decide('办理', {
        by: desk,
        outcomes: { 继续: outcome(), 到期: outcome(), 办结: outcome() },
        within: workingDays(5),
        expires: '到期',
        basis,
      });
      c.notice('告知', { to: 'applicant', text: { title: '告知', effect: 'informs', paragraphs: [said] } });
      if (said === '办结') break;
    }
    return c.close('办结');
  },
};
const during = (work: () => unknown): number => {
  runs = 0;
  work();
  return runs;
};

test('一条命令最多走三遍流程，认领、催办这样不改变流程所见的一遍也不走；台账再长，得出状态不走流程', () => {
  const it = new Sample(counted);
  const open = (): string => it.open[0] as string;
  const press = (body: () => CommandBody, actor?: typeof inspector): number =>
    during(() => it.submit(body(), actor));
  expect(it.open).toEqual(['办理']);
  for (let n = 0; n < 60; n++)
    expect(press(() => ({ type: 'decide', act: open(), outcome: '继续' }))).toBeLessThanOrEqual(1);
  expect(press(() => ({ type: 'claim', act: open() }))).toBe(0);
  expect(press(() => ({ type: 'urge', act: open(), opinion: '请尽快' }), inspector)).toBe(0);
  const back = (mode: 'direct' | 'redo', target: string) => () =>
    ({ type: 'return', act: open(), target, mode, opinion: '有误' }) as const;
  expect(press(back('direct', '办理#20'))).toBeLessThanOrEqual(3);
  expect(press(() => ({ type: 'decide', act: '办理#20', outcome: '继续' }))).toBeLessThanOrEqual(3);
  expect(press(back('redo', '办理#40'))).toBeLessThanOrEqual(3);
  const body = { type: 'decide', act: open(), outcome: '办结' } as const;
  expect(during(() => preview(it.state, it.command(body)))).toBeLessThanOrEqual(3);
  const { ledger } = it;
  expect(ledger.length).toBeGreaterThan(60);
  expect(during(() => fold([counted], ledger))).toBe(0);
  expect(during(() => project(fold([counted], ledger)))).toBe(1);
});
