/** 窗口: a household of four, by the keyboard alone. */
import { expect, test } from 'vitest';
import { sampleFile } from '../../stack/sample-material.ts';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { browserStack } from '../setup/browser-stack.ts';
import { keyboardOf } from './keyboard.ts';

const at = browserStack();

/** Three minutes at five presses a second. */
const most = 900;

test('一户四口只用键盘登记：每一项按 Tab 走得到，添一项后光标就在新的一项里，击键三分钟之内', async () => {
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto('/window/minimum-living');
  const gaps = page.getByRole('complementary', { name: '还差什么' });
  await gaps.getByText('请填写姓名').first().waitFor();
  const keys = keyboardOf(page);
  const fill = async (label: string, text: string): Promise<void> => {
    await keys.to(label);
    await keys.type(text);
  };
  const household = [
    { name: '马小兰', identity: sampleIdentity(801), relation: '本人' },
    { name: '杨建国', identity: sampleIdentity(802), relation: '配偶' },
    { name: '杨小明', identity: sampleIdentity(803, '20140506'), relation: '未成年子女' },
    { name: '杨小红', identity: sampleIdentity(804, '20170809'), relation: '未成年子女' },
  ] as const;
  const [applicant] = household;
  await fill('姓名', applicant.name);
  await fill('居民身份证号码', applicant.identity);
  await fill('联系电话', '13900000000');
  await fill('村（社区）', '星海村');
  await keys.pick('城乡类别', '农村');
  await keys.pick('人户分离', '否');
  await fill('收款账户', '6228480000000000801');
  await keys.pick('由他人代为申请', '否');
  for (const [n, { name, identity, relation }] of household.entries()) {
    if (n > 0) {
      await keys.to('添一项成员');
      await keys.press('Enter');
    }
    await fill('姓名', name);
    await fill('居民身份证号码', identity);
    await keys.choose('与申请人关系', relation);
  }
  await keys.to('添一项收入项');
  await keys.press('Enter');
  await fill('所属成员', '杨建国');
  await keys.choose('收入类别', '工资性收入');
  await fill('具体项目', '务工');
  await fill('核算期内金额', '9600');
  await fill('相关成本和支出', '0');
  await keys.pick('来源', '申报');
  let handed = { name: '', mimeType: '', buffer: Buffer.alloc(0) };
  page.on('filechooser', (asked) => void asked.setFiles(handed));
  const papers = ['申请书', '诚信承诺书', '家庭收入财产申报表', ...household.map(({ name }) => name)];
  for (const paper of papers) {
    const person = household.find(({ name }) => name === paper)?.name;
    await keys.to('添一项材料');
    await keys.press('Enter');
    await keys.choose('材料名称', person ? '家庭经济状况核对授权书' : paper);
    if (person) await fill('所属人员', person);
    await keys.to('上传文件');
    const name = `${paper}.pdf`;
    handed = { name, mimeType: 'application/pdf', buffer: Buffer.from(sampleFile(paper)) };
    await keys.press('Enter');
    await page.getByRole('link', { name }).waitFor();
    const used = keys.presses();
    await keys.to('换一份文件');
    expect(keys.presses()).toBe(used);
  }
  await fill('申请日期', '20260302');
  await gaps.getByText('已经齐全，可以登记并受理').waitFor();
  await keys.to('登记');
  await keys.press('Enter');
  await page.getByRole('region', { name: '请您办理：材料审查' }).waitFor();
  console.info(`一户四口：击键 ${keys.presses()} 次，按每秒五次 ${Math.ceil(keys.presses() / 5)} 秒`);
  expect(keys.presses()).toBeLessThanOrEqual(most);
  expect(faults).toEqual([]);
});
