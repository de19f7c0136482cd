/** The desks in a real browser: signing in, the inbox, one case after another. */
import { expect, test } from 'vitest';
import { openSample } from '../../stack/sample-application.ts';
import { sampleIdentity, samplePassword, samplePeople } from '../../stack/sample-people.ts';
import { signInAs } from '../setup/browser.ts';
import { browserStack } from '../setup/browser-stack.ts';
import { picture } from '../setup/picture.ts';
import { seriousFaults } from './axe.ts';
import { choose } from './filling.ts';

const second = {
  username: 'chengguan-chuangkou-2',
  name: '城关窗口员乙',
  unit: 'chengguan',
  roles: ['受理'],
};
const several = { username: 'chengguan-jian', name: '城关兼职', unit: 'chengguan', roles: ['受理', '调查'] };
const at = browserStack({
  settings: { YIMEN_SAMPLE_PASSWORD: samplePassword },
  people: [...samplePeople, second, several],
});

test('登录后看见我的待办；打开一件，选结果，看见按下之后，办好后下一件已在眼前', async () => {
  await at.desk.opened(at.desk.application({ name: '马小兰' }));
  await at.desk.opened(at.desk.application({ name: '杨桂花' }));
  const { page, faults } = await at.arrives();
  await page.goto('/');
  await page.getByLabel('用户名').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await signInAs(page, 'chengguan-chuangkou', samplePassword);
  await page.getByRole('heading', { name: '我的待办 2 件' }).waitFor();
  await page
    .getByRole('row', { name: /马小兰/ })
    .getByRole('link', { name: '办理' })
    .click();
  const asked = page.getByRole('region', { name: '请您办理：材料审查' });
  await asked.getByText('受理', { exact: true }).click();
  await asked
    .getByRole('list', { name: '按下之后' })
    .getByText(/将转给/)
    .first()
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  await page.getByRole('heading', { name: /杨桂花/ }).waitFor();
  expect(faults).toEqual([]);
});

test('别人办好一件，我的待办随即变化，不用刷新；两个人同时办一个环节，后按的人看到谁已经办了什么，填的还在', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '丁有福' }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  const row = page.getByRole('row', { name: /丁有福/ });
  await row.getByRole('link', { name: '办理' }).click();
  const asked = page.getByRole('region', { name: '请您办理：材料审查' });
  await asked.getByText('不予受理', { exact: true }).click();
  await asked.getByLabel('不予受理的理由').fill('不在本辖区');
  expect((await at.desk.window.decide(caseNo, '材料审查', '受理')).status).toBe(200);
  const gone = page.getByRole('alert').filter({ hasText: '“材料审查”已不由您办理' });
  await gone.getByText('城关窗口员：材料审查：受理').waitFor();
  await gone.getByText('不在本辖区').waitFor();
  await page.goBack();
  await row.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('填写期间别人动了这件：连不上实时消息的，按下时说出变化，填的还在', async () => {
  const caseNo = await at.desk.accepted(at.desk.application({ name: '纳兰秀' }));
  const { page, faults } = await at.arrives();
  await page.route('**/api/v1/events', (route) => route.abort());
  await signInAs(page, 'chengguan-diaocha', samplePassword);
  await page.goto(`/cases/${caseNo}`);
  const asked = page.getByRole('region', { name: '请您办理：提请信息核对' });
  await asked.getByLabel('意见').fill('请核对全家');
  const inspector = await at.stack.as('ducha');
  expect(
    (await inspector.submit(caseNo, { type: 'urge', act: '提请信息核对', opinion: '请抓紧' })).status,
  ).toBe(200);
  await asked.getByRole('button', { name: '已提请' }).click();
  await asked.getByText('办件已有新的变化', { exact: true }).waitFor();
  await asked.getByText(/丁督查：催办“提请信息核对”/).waitFor();
  expect(await asked.getByLabel('意见').inputValue()).toBe('请核对全家');
  await asked.getByRole('button', { name: '已提请' }).click();
  await page.getByText('已办：提请信息核对').waitFor();
  expect(faults.filter((fault) => !fault.includes('events'))).toEqual([]);
});

test('待办的条件在地址里，件数与清单一致；选几件一起认领，返回时条件还在', async () => {
  for (const [n, name] of ['鸣明', '鸣亮', '鸣鸥'].entries())
    await at.desk.opened(at.desk.application({ n: 840 + n, name }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.keyboard.press('/');
  await page.getByLabel('搜索').fill('鸣');
  await page.getByRole('heading', { name: '我的待办 3 件' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(4);
  expect(new URL(page.url()).searchParams.get('text')).toBe('鸣');
  for (const name of ['鸣明', '鸣亮'])
    await page.getByRole('checkbox', { name: `选择 ${name} 星海村` }).check();
  await page.getByRole('button', { name: '认领所选 2 件' }).click();
  await page.getByText('认领了 2 件').waitFor();
  await page.getByRole('row', { name: /鸣明.*我已认领/ }).waitFor();
  await page.getByRole('row', { name: /鸣鸥/ }).getByRole('link', { name: '办理' }).click();
  await page.getByRole('region', { name: '请您办理：材料审查' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: '我的待办 3 件' }).waitFor();
  expect(await page.getByLabel('搜索').inputValue()).toBe('鸣');
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('离任的人手里的，负责人在我的待办上方看得到，打开清单，转办给在岗的人', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '罗玉珍' }));
  const leaver = await at.stack.as(second.username);
  expect((await leaver.submit(caseNo, { type: 'claim', act: '材料审查' })).status).toBe(200);
  const { page, faults } = await at.sits('chengguan-fuze');
  await page.getByRole('heading', { name: /我的待办/ }).waitFor();
  await at.stack.context.sql`update post set valid_to = '2026-03-01' where person = ${second.username}`;
  await page.getByText('有 1 个环节的原认领人已离任').waitFor();
  await page.getByRole('link', { name: '看是哪些' }).click();
  await page.getByRole('heading', { name: '原认领人离任的环节 1 个' }).waitFor();
  await page
    .getByRole('row', { name: /罗玉珍/ })
    .getByRole('link', { name: '查看' })
    .click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '转办“材料审查”' }).click();
  const handing = page.getByRole('dialog');
  await choose(handing, '转给哪个单位', '城关镇人民政府');
  await choose(handing, '转给哪个人（不选则给岗位）', '城关窗口员（受理）');
  await handing.getByLabel('理由').fill('原认领人离任');
  await handing.getByRole('button', { name: '转办“材料审查”' }).click();
  await page.getByText('已办理').waitFor();
  const window = await at.sits('chengguan-chuangkou');
  await window.page.getByRole('row', { name: /罗玉珍/ }).waitFor();
  expect(faults).toEqual([]);
});

test('材料一份一份翻看：图片在页面里看、转，PDF 在新窗口看；哪里交来的写明', async () => {
  const { sha256 } = (await at.desk.window.upload(picture(300, 400))).body;
  const form = at.desk.application({ name: '黑玉兰' });
  const [first, ...rest] = form.materials;
  const caseNo = await at.desk.opened({ ...form, materials: [{ ...first, file: sha256 }, ...rest] });
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  await page.getByRole('tab', { name: '材料' }).click();
  const list = page.getByRole('list', { name: '材料清单' });
  await list.getByText('申请　').first().waitFor();
  expect(await list.getByRole('button').count()).toBe(form.materials.length);
  const shown = page.getByRole('img', { name: new RegExp(String(first?.name)) });
  await shown.waitFor();
  expect(await shown.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([
    300, 400,
  ]);
  await page.getByRole('button', { name: '转 90 度' }).click();
  expect(await shown.getAttribute('style')).toContain('rotate(90deg)');
  await list.getByRole('button').first().press('ArrowDown');
  await page.getByText('这一份是 PDF，在新窗口里看。').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('身份证号码遮着；写明目的才看得到全部，谁看过、为什么留在办件上', async () => {
  const number = sampleIdentity(744);
  const caseNo = await at.desk.opened(at.desk.application({ n: 744, name: '撒金凤' }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const button = page.getByRole('button', { name: /看全部号码/ }).first();
  await button.click();
  const asking = page.getByRole('dialog', { name: '看全部号码' });
  expect(await asking.getByRole('button', { name: '看', exact: true }).isDisabled()).toBe(true);
  expect(await page.locator('body').textContent()).not.toContain(number);
  await asking.getByLabel('目的').fill('核对本人身份');
  await asking.getByRole('button', { name: '看', exact: true }).click();
  await page.getByText(number).waitFor();
  await page.getByRole('region', { name: '看过号码的' }).getByText('城关窗口员：核对本人身份').waitFor();
  await page.getByRole('button', { name: '遮掩' }).click();
  await page.getByText(number).waitFor({ state: 'detached' });
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('有几个岗位的人选定以哪个办理：记在那个岗位名下；不选的按环节', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ name: '兼职' }));
  const { page, faults } = await at.sits(several.username);
  await page.goto(`/cases/${caseNo}`);
  const asked = page.getByRole('region', { name: '请您办理：材料审查' });
  await asked.waitFor();
  await page.getByLabel('以哪个岗位办理').click();
  await page.getByTitle('城关镇人民政府 调查').click();
  await asked.waitFor({ state: 'detached' });
  await page.getByLabel('以哪个岗位办理').click();
  await page.getByTitle('城关镇人民政府 受理').click();
  await asked.getByText('受理', { exact: true }).click();
  await asked.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByText('已办：材料审查').waitFor();
  expect(faults).toEqual([]);
});

test('别的单位转来的，按来自哪个单位筛选，件数与清单一致', async () => {
  const yaofu = await at.stack.as('yaofu-chuangkou');
  const { body } = await openSample(yaofu, 'yaofu', at.desk.application({ n: 851, name: '姚伏来' }));
  const handed = await at.desk.inspector.submit(String((body as { caseNo?: string }).caseNo), {
    type: 'transfer',
    act: '材料审查',
    to: { unit: 'chengguan' },
    opinion: '人户分离',
  });
  expect(handed.status).toBe(200);
  await at.desk.opened(at.desk.application({ n: 852, name: '城关来' }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.getByRole('row', { name: /城关来/ }).waitFor();
  await choose(page, '来自', '姚伏镇人民政府');
  await page.getByRole('heading', { name: '我的待办 1 件' }).waitFor();
  await page.getByRole('row', { name: /城关来/ }).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /姚伏来/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe('yaofu');
  expect(faults).toEqual([]);
});

test('登记时写错的在办件上更正：选写错的一项，看见要重新办什么；改一处牵连别处的，说出还要改哪里', async () => {
  const caseNo = await at.desk.confirming(at.desk.application({ name: '孙小兰' }));
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const begin = async () => {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '更正登记内容' }).click();
    return page.getByRole('dialog', { name: '更正登记内容' });
  };
  const dialog = await begin();
  await choose(page, '更正哪几项', '申请人·联系电话');
  await dialog.getByLabel('申请人·联系电话').fill('13911112222');
  await choose(page, '更正哪几项', '收入申报 1·核算期内金额');
  await dialog.getByLabel('收入申报第1项·核算期内金额').fill('1200');
  await dialog.getByLabel('更正的理由').fill('年收入抄错了');
  await dialog
    .getByRole('list', { name: '按下之后' })
    .getByText(/将转给.*办理“提请信息核对”/)
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '经过' }).click();
  await page.getByText(/更正：.*联系电话由“13900000000”改为“13911112222”.*由“2400元”改为“1200元”/).waitFor();
  const again = await begin();
  await choose(page, '更正哪几项', '申请人·姓名');
  await again.getByLabel('申请人·姓名').fill('孙晓兰');
  await again.getByLabel('更正的理由').fill('名字抄错了');
  await again.getByRole('button', { name: '更正', exact: true }).click();
  await again.getByText(/成员 1·姓名.*与申请人的姓名不一致/).waitFor();
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});

test('与备案的近亲属同名的，先确认不是本人才能办', async () => {
  const form = {
    ...at.desk.application({ name: '何秀英' }),
    nearRelatives: [{ member: '何秀英', official: '城关窗口员', relation: '兄弟姐妹' }],
  };
  const caseNo = await at.desk.opened(form);
  const { page, faults } = await at.sits('chengguan-chuangkou');
  await page.goto(`/cases/${caseNo}`);
  const asked = page.getByRole('region', { name: '请您办理：材料审查' });
  await asked.getByText('受理', { exact: true }).click();
  const press = asked.getByRole('button', { name: '受理', exact: true });
  expect(await press.isDisabled()).toBe(true);
  await asked.getByLabel('我确认不是本人').check();
  await press.click();
  await page.getByText('已办：材料审查').waitFor();
  expect(faults).toEqual([]);
});
