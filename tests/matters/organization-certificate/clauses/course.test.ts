/** 社会组织登记证书换发、补发，逐条：只有引擎。 */
import { beforeEach, expect, test } from 'vitest';
import { done } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';
import { type RegistrationDesk, registrationDeskOf } from '../../organization-establishment/desk.ts';

let town: MemoryTown;
let desk: RegistrationDesk;
let uscc: string;
beforeEach(async () => {
  town = await memoryTown();
  desk = await registrationDeskOf(town);
  uscc = await desk.organization();
});

const opened = async (form: Record<string, unknown>): Promise<string> =>
  done(await desk.apply('organization-certificate', { uscc, materials: [], ...form })).caseNo;
const lost = () => ({ why: '遗失', declaredIn: '石嘴山日报', declaredOn: town.today() });
const documentOf = async (caseNo: string, name: string) =>
  (await desk.view(caseNo)).notices.find((notice) => notice.name === name)?.text;

test('规则：破损、届满的收回旧证换发新证，证书写明有效期限', async () => {
  const caseNo = await opened({ why: '破损' });
  done(await desk.reviewer.decide(caseNo, '换发审核', '同意'));
  await desk.served(caseNo, '收回旧证换发新证');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '已换发' });
  const { paragraphs = [] } = (await documentOf(caseNo, '登记证书')) ?? {};
  expect(paragraphs).toContain('有效期限：2026年3月2日至2031年3月1日');
});

test('规则：遗失的先公开声明作废，写明登载在哪里，才补发', async () => {
  const faults = async (form: Record<string, unknown>) =>
    (
      (await desk.apply('organization-certificate', { uscc, materials: [], ...form })) as {
        body: { fields?: { field: string }[] };
      }
    ).body.fields?.map(({ field }) => field);
  expect(await faults({ why: '遗失' })).toEqual(['declaredIn', 'declaredOn']);
  expect(await faults({ ...lost(), declaredOn: '2026-03-09' })).toEqual(['declaredOn']);
  const caseNo = await opened(lost());
  expect(await desk.briefOf(desk.reviewer, caseNo, '换发审核')).toMatchObject({ declaredIn: '石嘴山日报' });
  done(await desk.reviewer.decide(caseNo, '换发审核', '同意'));
  await desk.served(caseNo, '发给补发的证书');
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '已补发' });
});

test('规则：不同意的说明理由和救济', async () => {
  const caseNo = await opened({ why: '破损' });
  done(await desk.reviewer.decide(caseNo, '换发审核', '不同意', undefined, '证书完好，无须换发'));
  expect(await desk.view(caseNo)).toMatchObject({ outcome: '不予换发' });
  const { remedies = [] } = (await documentOf(caseNo, '不予换发通知书')) ?? {};
  expect(remedies.length).toBeGreaterThan(0);
});
