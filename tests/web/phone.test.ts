/** 群众 on a phone: in by the code of a text message, 补正 by upload, what was told and when it will be decided. */
import { expect, test } from 'vitest';
import { sampleFile } from '../../stack/sample-material.ts';
import { sampleIdentity } from '../../stack/sample-people.ts';
import { registrationDeskOf } from '../matters/organization-establishment/desk.ts';
import { phone } from '../setup/browser.ts';
import { browserStack } from '../setup/browser-stack.ts';
import { done } from '../setup/desk.ts';
import { until } from '../setup/test-stack.ts';
import { seriousFaults } from './axe.ts';

const at = browserStack();

/** The code that is sent because of what is pressed. */
async function codeAfter(press: () => Promise<void>): Promise<string> {
  const codes = async () => (await at.stack.taken('sms')).filter(({ body }) => body['template'] === '验证码');
  const before = (await codes()).length;
  await press();
  const all = await until(codes, ({ length }) => length > before);
  return (all.at(-1) as unknown as { body: { params: { code: string } } }).body.params.code;
}

test('凭短信进入，补正上传，受理后看得到何时办好和依据；页面里没有别人的、没有号码', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ n: 731, name: '马小兰' }));
  done(
    await at.desk.window.decide(caseNo, '材料审查', '材料不齐', {
      gaps: [{ item: '病历', reason: '申请书写明患重病' }],
    }),
  );
  const { page, faults } = await at.arrives(phone);
  await page.goto('/my');
  await page.getByLabel('办件号').fill(caseNo);
  await page.getByLabel('身份证号码最后四位').fill(sampleIdentity(731).slice(-4));
  expect(await seriousFaults(page)).toEqual([]);
  const code = await codeAfter(() => page.getByRole('button', { name: '取验证码' }).click());
  await page.getByLabel('短信验证码').fill(code);
  await page.getByRole('button', { name: '进入' }).click();
  const todo = page.getByRole('region', { name: '请您办理：补正材料' });
  await todo.getByRole('button', { name: '已补正' }).click();
  await todo.getByText('请填写材料名称').waitFor();
  await todo.getByLabel('材料名称').selectOption('申请书');
  await todo.getByLabel('文件').setInputFiles({
    name: '病历.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(sampleFile('病历')),
  });
  await todo.getByText('已上传：病历.pdf').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await todo.getByRole('button', { name: '已补正' }).click();
  await page.getByText('材料审查：城关镇人民政府正在办理').waitFor();
  done(await at.desk.window.decide(caseNo, '材料审查#2', '受理'));
  await page.reload();
  await page.getByText('什么时候办好').waitFor();
  await page.getByText('3月31日 周二 止').waitFor();
  const text = await page.locator('body').textContent();
  expect(text).not.toMatch(/640221|13900000000|622848/);
  expect(page.url()).toBe(`${at.stack.address}/my`);
  await page.getByText('撤回申请').first().click();
  await page.getByLabel('理由', { exact: true }).fill('已经找到工作');
  await page.getByRole('button', { name: '撤回申请' }).click();
  const rating = page.getByRole('region', { name: '评价' });
  await rating.getByLabel('不满意', { exact: true }).check();
  await rating.getByLabel('想说的话').fill('等得久');
  await rating.getByRole('button', { name: '提交评价' }).click();
  await rating.getByText('已评价：不满意').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const supervisor = await at.sits('ducha');
  await supervisor.page.goto('/supervision');
  await supervisor.page.getByRole('region', { name: '群众评价' }).getByText('等得久').waitFor();
  // Nothing is wider than the phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(faults).toEqual([]);
});

test('公示栏不用登录，满期的看不到', async () => {
  await at.desk.noticed(at.desk.application({ n: 732, name: '杨桂花' }));
  const { page, faults } = await at.arrives(phone);
  await page.goto('/notices');
  await page.getByText('申请人：杨*花').waitFor();
  await page.getByLabel('按村（社区）、名称查').fill('月亮村');
  await page.getByText('没有提到“月亮村”的公示').waitFor();
  await page.getByLabel('按村（社区）、名称查').fill('星海村');
  await page.getByText('申请人：杨*花').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel('按村（社区）、名称查').fill('');
  await page.getByText('有异议', { exact: true }).click();
  await page.getByLabel('您的姓名').fill('村民甲');
  await page.getByLabel('联系电话').fill('13900000002');
  await page.getByLabel('异议内容').fill('有房出租');
  await page.getByRole('button', { name: '取验证码' }).click();
  const codes = async () =>
    (await at.stack.taken('sms')).filter(({ body }) => body['to'] === '13900000002') as unknown as {
      body: { params: { code: string } };
    }[];
  const [message] = await until(codes, (all) => all.length > 0);
  await page.getByLabel('短信验证码').fill(message?.body.params.code ?? '');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '提出异议' }).click();
  await page.getByText('异议已经收到').waitFor();
  await at.stack.advance('P12D');
  await page.reload();
  await page.getByText('现在没有公示').waitFor();
  expect(faults).toEqual([]);
});

test('登记簿给任何人查：按名称、按日期，历次登记看得到；没有负责人的号码', async () => {
  const registrations = await registrationDeskOf(at.stack);
  await registrations.registered();
  const { page, faults } = await at.arrives(phone);
  await page.goto('/registers');
  const entry = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ hasText: '统一社会信用代码' })
    .first();
  await entry.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const name = (await entry.getByRole('heading').textContent()) ?? '';
  await entry.getByText('历次登记').click();
  await entry.getByText(/起$/).waitFor();
  await page.getByLabel('名称或代码').fill('没有这样的名称');
  await page.getByText('没有找到').waitFor();
  await page.getByLabel('名称或代码').fill(name.slice(0, 6));
  await entry.waitFor();
  await page.getByLabel('哪一天的').fill('2020-01-01');
  await page.getByText('没有找到').waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/640221\d/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(faults).toEqual([]);
});

test('线路慢：打开时先有话，按了说正在办、不会办两次，照片先缩小再传', async () => {
  const caseNo = await at.desk.opened(at.desk.application({ n: 734, name: '何秀英' }));
  const gaps = [{ item: '病历', reason: '申请书写明患重病' }];
  done(await at.desk.window.decide(caseNo, '材料审查', '材料不齐', { gaps }));
  const { page, context, faults } = await at.arrives(phone);
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  // A phone at the edge of a village: 400 ms there and back, 30 KB a second down, 15 KB up.
  const slow = { offline: false, latency: 400, downloadThroughput: 30_000, uploadThroughput: 15_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  await page.goto('/my', { waitUntil: 'commit' });
  await page.getByText('正在打开……').waitFor();
  await page.getByLabel('办件号').fill(caseNo);
  await page.getByLabel('身份证号码最后四位').fill(sampleIdentity(734).slice(-4));
  const code = await codeAfter(() => page.getByRole('button', { name: '取验证码' }).dblclick());
  await page.getByLabel('短信验证码').fill(code);
  await page.getByRole('button', { name: '进入' }).click();
  const todo = page.getByRole('region', { name: '请您办理：补正材料' });
  await todo.getByRole('button', { name: '已补正' }).click();
  await todo.getByLabel('材料名称').selectOption('申请书');
  // As a camera makes it: twelve million points that hardly compress.
  const photo = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4_000, 3_000];
    const paint = canvas.getContext('2d');
    for (let n = 0; n < 20_000; n++) {
      if (!paint) break;
      paint.fillStyle = `hsl(${(n * 137) % 360} 60% ${30 + (n % 50)}%)`;
      paint.fillRect((n * 7_919) % 4_000, (n * 104_729) % 3_000, 60, 40);
    }
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', 0.98));
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  const buffer = Buffer.from(photo, 'base64');
  await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: 150_000 });
  await todo.getByLabel('文件').setInputFiles({ name: '病历.png', mimeType: 'image/jpeg', buffer });
  await todo.getByText(/正在上传（[\d.]+ (KB|MB)）/).waitFor();
  await todo.getByText('已上传：病历').waitFor({ timeout: 60_000 });
  const [stored] = await at.stack.context.sql<{ bytes: number }[]>`
    select bytes from attachment order by bytes desc limit 1`;
  expect(stored?.bytes).toBeLessThan(buffer.length / 2);
  await line.send('Network.emulateNetworkConditions', slow);
  await todo.getByRole('button', { name: '已补正' }).dblclick();
  await page.getByText('材料审查：城关镇人民政府正在办理').waitFor();
  const { path } = await at.desk.view(caseNo);
  expect(path.map(({ key }) => key)).toEqual(['材料审查', '补正材料']);
  expect(faults).toEqual([]);
});

test('在手机上申请：验证电话，填写，刷新后填的还在，还缺什么先说，提交后就在自己的办件里', async () => {
  const { page, faults } = await at.arrives(phone);
  await page.goto('/apply');
  await page.getByRole('button', { name: '最低生活保障审核确认' }).click();
  await page.getByLabel('手机号码').fill('13900000735');
  const code = await codeAfter(() => page.getByRole('button', { name: '取验证码' }).click());
  await page.getByLabel('短信验证码').fill(code);
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByLabel('向哪里申请').selectOption('城关镇人民政府');
  const applicant = page.getByRole('group', { name: '申请人', exact: true });
  await applicant.getByLabel('姓名').fill('何秀兰');
  await applicant.getByLabel('居民身份证号码').fill(sampleIdentity(735));
  await applicant.getByLabel('联系电话').fill('13900000735');
  await applicant.getByLabel('村（社区）').fill('星海村');
  await applicant.getByLabel('城乡类别').selectOption('农村');
  await applicant.getByLabel('人户分离').selectOption('否');
  await applicant.getByLabel('收款账户').fill('6228480000000000735');
  await applicant.getByLabel('由他人代为申请').selectOption('否');
  const member = page.getByRole('group', { name: /^成员 1/ });
  await member.getByLabel('姓名').fill('何秀兰');
  await member.getByLabel('居民身份证号码').fill(sampleIdentity(735));
  await member.getByLabel('与申请人关系').selectOption('本人');
  await page.getByLabel('申请日期').fill(at.stack.today());
  await page.reload();
  await page.getByLabel('向哪里申请').waitFor();
  expect(await applicant.getByLabel('姓名').inputValue()).toBe('何秀兰');
  const papers = ['申请书', '诚信承诺书', '家庭收入财产申报表', '家庭经济状况核对授权书'];
  for (const [i, name] of papers.entries()) {
    if (i === 3) {
      await page.getByRole('button', { name: '提交申请' }).click();
      await page.getByText('还缺材料').waitFor();
      await page
        .getByRole('alert')
        .getByText(/授权书/)
        .waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    }
    await page.getByRole('button', { name: '添一项材料' }).click();
    const paper = page.getByRole('group', { name: `材料 ${i + 1}`, exact: true });
    await paper.getByLabel('材料名称').selectOption(name);
    if (i === 3) await paper.getByLabel('所属人员').fill('何秀兰');
    await paper.getByLabel('文件').setInputFiles({
      name: `${name}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(sampleFile(`手机 ${name}`)),
    });
    await paper.getByText(`已上传：${name}.pdf`).waitFor();
  }
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('材料审查：城关镇人民政府正在办理').waitFor();
  expect(new URL(page.url()).pathname).toBe('/my');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('何秀兰');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(faults).toEqual([]);
});
