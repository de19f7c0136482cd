/** 社会组织变更登记，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { type CaseView, done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import {
  type RegistrationDesk,
  registrationDeskOf,
  somebody,
} from '../../organization-establishment/desk.ts';
import { changeDeskOf, changeForm } from '../desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let change: ReturnType<typeof changeDeskOf>;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
  change = changeDeskOf(desk);
  uscc = await desk.organization();
});

const form = (item: string, over: Record<string, unknown> = {}) => changeForm(uscc, item, town.today(), over);
const faults = async (asked: unknown): Promise<readonly { field: string; text: string }[]> => {
  const { body } = (await change.asked(asked)) as {
    body: { fields?: readonly { field: string; text: string }[] };
  };
  return body.fields ?? [];
};

test('条例第十八条：变更住所，受理、审查、决定、换证之后办结，公告新住所', async () => {
  const caseNo = await change.changed(form('住所', { residence: '平罗县城关镇玉皇阁路9号' }));
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('变更登记');
  expect(notices.map(({ name }) => name)).toEqual(['受理通知书', '登记证书', '变更公告']);
  expect(notices[1]?.text.paragraphs).toContain('住所：平罗县城关镇玉皇阁路9号');
  expect(notices[2]?.text.paragraphs).toContain('新住所：平罗县城关镇玉皇阁路9号');
});

test('条例第十八条：自业务主管单位同意之日起超过三十日申请的，附在审查里', async () => {
  await town.advance('P60D');
  const asked = form('注册资金', {
    capitalFen: 5_000_000,
    consentOn: '2026-03-10',
    resolvedOn: '2026-03-09',
  });
  const { caseNo } = done(await change.asked(asked));
  done(await desk.window.decide(caseNo, '材料审查', '受理'));
  expect(await desk.briefOf(desk.reviewer, caseNo, '审查')).toMatchObject({
    before: { capitalFen: 3_000_000 },
    after: { capitalFen: 5_000_000 },
    findings: ['自业务主管单位同意之日（2026年3月10日）起已超过30日'],
  });
});

test('条例第十八条：一件只变更一项；没有填新内容、与原来相同、填了别项的，逐项说明', async () => {
  expect(await faults(form('住所'))).toEqual([{ field: 'residence', text: '变更住所，请填写新的住所' }]);
  const same = await faults(form('住所', { residence: '平罗县城关镇民族巷1号' }));
  expect(same).toEqual([{ field: 'residence', text: '与登记簿里的相同，没有变更' }]);
  const two = await faults(form('住所', { residence: '平罗县别处', capitalFen: 1 }));
  expect(two).toEqual([{ field: 'capitalFen', text: '本件变更的是住所，其他事项请另行申请' }]);
  const early = await faults(form('住所', { residence: '平罗县别处', consentOn: undefined }));
  expect(early).toEqual([{ field: 'consentOn', text: '请填写业务主管单位同意的日期' }]);
});

test('条例第二十七条：变更法定代表人，没有离任财务审计报告的不能受理', async () => {
  const successor = { ...somebody('李文华'), phone: '13800000002' };
  const asked = form('法定代表人', { legalRepresentative: successor });
  const materials = asked.materials.filter(({ name }) => name !== '离任财务审计报告');
  const { caseNo } = done(await change.asked({ ...asked, materials }));
  const refused = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(refused.body).toMatchObject({
    code: 'FORM_INVALID',
    fields: [{ field: 'materials', text: expect.stringContaining('离任财务审计报告') }],
  });
});

test('条例第十八条，名称：新名称按名称规则核查', async () => {
  const name = { name: '平罗县全国枸杞协会', field: '全国枸杞', form: '协会' };
  expect(await faults(form('名称', { name }))).toEqual([
    { field: 'name', text: expect.stringContaining('“全国”') },
  ]);
});

test('许可法第三十八条：不予变更的说明理由和救济，送达后办结；登记簿不变', async () => {
  const caseNo = await change.reviewed(form('住所', { residence: '平罗县别处' }));
  done(await desk.head.decide(caseNo, '决定', '不予', { reasons: '新住所没有使用权证明' }));
  await desk.served(caseNo, '送达不予变更登记决定书');
  const { outcome, notices } = await desk.view(caseNo);
  expect(outcome).toBe('不予变更登记');
  expect(notices.at(-1)?.text.remedies).toHaveLength(2);
  done(await change.asked(form('住所', { residence: '平罗县另一处' })));
});

test('许可法第四十二条：二十个工作日内决定，经负责人批准可以延长十日并告知', async () => {
  const caseNo = await change.reviewed(form('住所', { residence: '平罗县别处' }));
  const extend = { type: 'extend', clock: '变更决定', reason: '需要进一步核实', opinion: '同意' } as const;
  expect((await desk.reviewer.submit(caseNo, extend)).status).toBeGreaterThanOrEqual(400);
  done(await desk.head.submit(caseNo, extend));
  const clock = (await desk.clocks(caseNo)).find(({ name }) => name === '变更决定');
  expect(clock?.limit.amount).toBe(30);
  const { notices } = await desk.view(caseNo);
  expect(notices.at(-1)?.text.title).toBe('延长办理期限告知书');
});

test('许可法第三十四条：审查、决定由不同的人，都不是受理的人', async () => {
  const caseNo = await change.reviewed(form('住所', { residence: '平罗县别处' }));
  expect((await desk.reviewer.decide(caseNo, '决定', '准予')).status).toBeGreaterThanOrEqual(400);
  const seen: CaseView = await desk.view(caseNo);
  expect(seen.acts[0]).toMatchObject({ key: '决定', role: '负责人' });
});

test('登记规则：登记簿里没有的组织，不能变更', async () => {
  const unknown = changeForm('52640221MJX0000261', '住所', town.today(), { residence: '某处' });
  expect(await change.asked(unknown)).toMatchObject({ status: 409, body: { code: 'SUBJECT_STATE' } });
});
