/** 社会组织章程核准，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';
import { charterForm, reviewed } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
  uscc = await desk.organization();
});

const form = (over: Record<string, unknown> = {}) => charterForm(uscc, town.today(), over);
const briefOf = async (asked: unknown): Promise<unknown> => {
  const { caseNo } = done(await desk.apply('organization-charter', asked));
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  return await desk.briefOf(desk.reviewer, caseNo, '审查');
};

test('条例第十八条、民非第十五条：受理、审查、决定、送达批复，核准的章程写入登记簿', async () => {
  const caseNo = await reviewed(desk, form());
  done(await desk.head.decide(caseNo, '决定', '准予'));
  await desk.served(caseNo, '送达章程核准批复');
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('核准');
  expect(notices.at(-1)?.text.paragraphs).toContain('修改的内容：增加监事会一章。');
});

test('章程示范文本：到会、赞成不足三分之二的，附在审查里；正好三分之二的足够', async () => {
  expect(await briefOf(form({ due: 60, present: 39, favour: 25 }))).toMatchObject({
    findings: ['应到60人，实到39人，不足3分之2', '实到39人，赞成25人，不足3分之2'],
  });
});

test('章程示范文本，正好三分之二', async () => {
  expect(await briefOf(form({ due: 60, present: 40, favour: 27 }))).toMatchObject({ findings: [] });
});

test('条例第十四条、民非第十条：章程没有载明的事项，附在审查里', async () => {
  expect(await briefOf(form({ charter: ['名称和住所'] }))).toMatchObject({
    findings: expect.arrayContaining(['章程没有载明：党的建设和社会主义核心价值观']),
  });
});

test('条例第十八条，三十日：自业务主管单位同意之日起超过三十日的，附在审查里', async () => {
  await town.advance('P60D');
  const late = form({ consentOn: '2026-03-10', resolvedOn: '2026-03-09' });
  expect(await briefOf(late)).toMatchObject({
    findings: ['自业务主管单位同意之日（2026年3月10日）起已超过30日'],
  });
});

test('许可法第三十八条：不予核准的说明理由和救济', async () => {
  const caseNo = await reviewed(desk, form());
  done(await desk.head.decide(caseNo, '决定', '不予', { reasons: '与条例第四条不符' }));
  await desk.served(caseNo, '送达不予核准章程决定书');
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不予核准');
  expect(notices.at(-1)?.text.remedies).toHaveLength(2);
});

test('规则：人数前后不符的，在窗口逐项说明', async () => {
  const { body } = (await desk.apply('organization-charter', form({ present: 61, favour: 62 }))) as {
    body: { fields?: readonly { field: string }[] };
  };
  expect(body.fields?.map(({ field }) => field)).toEqual(['present', 'favour']);
});
