/** 最低生活保障审核确认: who is who in an application, told at the window field by field. */
import { beforeEach, expect, test } from 'vitest';
import { openSample } from '../../../../stack/sample-application.ts';
import { sampleIdentity } from '../../../../stack/sample-people.ts';
import { type Desk, deskOf } from '../../../setup/desk.ts';
import { type MemoryTown, memoryTown } from '../../../setup/memory-town.ts';

let town: MemoryTown;
let desk: Desk;
beforeEach(async () => {
  town = await memoryTown();
  desk = await deskOf(town);
});

type Form = ReturnType<Desk['application']>;
const faults = async (change: (form: Form) => object): Promise<readonly string[]> => {
  const { status, body } = await openSample(desk.window, 'chengguan', change(desk.application({ n: 700 })));
  const { fields = [] } = body as { fields?: readonly { field: string; text: string }[] };
  return [String(status), ...fields.map(({ field, text }) => `${field}：${text}`)];
};
const child = { name: '赵小宝', identity: sampleIdentity(701, '20150601'), relation: '未成年子女' };

test('第七条：同一个人写了两次的，申请人不在家庭成员里的，逐项指出', async () => {
  expect(
    await faults((form) => ({
      ...form,
      members: [...form.members, { ...child, identity: form.applicant.identity }],
    })),
  ).toEqual(['422', 'members.1.identity：与第1项是同一个人，请去掉一项']);
  expect(
    await faults((form) => ({
      ...form,
      members: [child],
      income: [],
      materials: form.materials.slice(0, 3),
    })),
  ).toEqual(['422', 'members：家庭成员里没有申请人本人，请添上，与申请人关系选“本人”']);
  expect(
    await faults((form) => ({ ...form, members: form.members.map((one) => ({ ...one, relation: '配偶' })) })),
  ).toEqual(['422', 'members.0.relation：这是申请人，与申请人关系应为“本人”']);
});

test('第七条：不可能的关系、出生在今天之后的、名字对不上的，逐项指出', async () => {
  const withOther = (other: object) => (form: Form) => ({ ...form, members: [...form.members, other] });
  expect(await faults(withOther({ ...child, identity: sampleIdentity(702, '19900101') }))).toEqual([
    '422',
    'members.1.relation：1990-01-01出生，已满十八周岁，不是未成年子女',
  ]);
  expect(await faults(withOther({ ...child, relation: '配偶' }))).toEqual([
    '422',
    'members.1.relation：2015-06-01出生，未满十八周岁，不是配偶',
  ]);
  expect(await faults(withOther({ ...child, relation: '本人' }))).toEqual([
    '422',
    'members.1.relation：不是申请人的号码，与申请人关系不能是“本人”',
  ]);
  expect(await faults(withOther({ ...child, identity: sampleIdentity(703, '20300101') }))).toEqual([
    '422',
    'members.1.identity：出生日期在今天之后，请核对号码',
  ]);
  expect(await faults((form) => ({ ...form, applicant: { ...form.applicant, name: '赵兰' } }))).toEqual([
    '422',
    'members.0.name：与申请人的姓名不一致，请核对',
  ]);
  expect(
    await faults((form) => ({
      ...form,
      nearRelatives: [{ member: '赵大', official: '城关初审员', relation: '兄弟姐妹' }],
    })),
  ).toEqual(['422', 'nearRelatives.0.member：家庭成员里没有“赵大”，请按家庭成员的姓名填写']);
  expect(
    await faults((form) => ({
      ...form,
      members: [...form.members, child],
      income: form.income.map(({ person: _whose, ...line }) => line),
    })),
  ).toEqual(['422', 'income.0.person：家庭不止一人，请写明是谁的']);
  expect(await faults((form) => ({ ...form, appliedOn: '2030-01-01' }))).toEqual([
    '422',
    'appliedOn：申请日期不能在今日之后',
  ]);
});

test('第十条：两个同名的人是两个人，各有各的授权书', async () => {
  const namesake = {
    name: '赵小兰',
    identity: sampleIdentity(704, '19800101'),
    relation: '其他有法定义务并长期共同居住的人员',
  };
  const form = desk.application({ n: 705 });
  const caseNo = await desk.opened({ ...form, members: [...form.members, namesake] });
  const refused = await desk.window.decide(caseNo, '材料审查', '受理');
  expect(JSON.stringify(refused.body)).toContain('赵小兰的核对授权书');
  const signed = form.materials.find(({ name }) => name.endsWith('授权书'));
  const both = await desk.opened({
    ...form,
    applicant: { ...form.applicant, identity: sampleIdentity(706) },
    members: [...form.members.map((one) => ({ ...one, identity: sampleIdentity(706) })), namesake],
    materials: [...form.materials, signed],
  });
  expect((await desk.window.decide(both, '材料审查', '受理')).status).toBe(200);
});

test('第七条：没有号码的孩子凭出生医学证明的编号认；只有未成年子女可以，填错的说明怎么填', async () => {
  const form = desk.application();
  const opened = async (over: object) =>
    await desk.window.call<{ caseNo?: string; fields?: { field: string; text: string }[] }>(
      'POST',
      '/cases',
      {
        matter: 'minimum-living',
        unit: 'chengguan',
        form: { ...form, members: [...form.members, { name: '赵小宝', relation: '未成年子女', ...over }] },
      },
    );
  const faults = async (over: object) => (await opened(over)).body.fields?.map(({ text }) => text);
  const born = `${town.today().slice(0, 4)}-01-15`;
  expect(await faults({ identity: 'R64012345' })).toEqual([
    expect.stringContaining('没有号码的孩子填出生医学证明'),
  ]);
  expect(await faults({ identity: `R640123456/${born}/女`, relation: '配偶' })).toEqual([
    '凭出生医学证明填的，须是还没有身份证号码的未成年子女',
  ]);
  const child = { identity: `R640123456/${born}/女` };
  const { body } = await opened(child);
  const view = await desk.inspector.get<{ form: { members: { identity: object }[] } }>(
    `/cases/${body.caseNo}`,
  );
  expect(view.form.members[1]?.identity).toMatchObject({ masked: 'R64****456', birthDate: born, sex: '女' });
  expect(JSON.stringify(view)).not.toContain('R640123456');
});
