/**
 * `npm run screens [-- --only 待办]`: pictures of every screen, on the desk and on the phone, with none, one, seven and
 * many rows and the longest texts, into docs/screens.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import type { ApiClient, Fetch } from '../../client/client.ts';
import { dateOf } from '../../engine/clock/time.ts';
import { startLocalStack } from '../../stack/local-stack.ts';
import { openSample, sampleApplication } from '../../stack/sample-application.ts';
import { sampleIdentity, samplePassword, signInSample } from '../../stack/sample-people.ts';
import { scratchFolder } from '../../stack/scratch.ts';
import { whistleDeskOf } from '../matters/whistle/desk.ts';
import { desktop, openBrowser, phone, type Size, seat, signInAs } from '../setup/browser.ts';
import { deskOf, done, type Town } from '../setup/desk.ts';
import { askedOf, choose } from '../web/filling.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const folder = resolve('docs/screens');
const wide: Size = { width: 1920, height: 1080 };

const dir = await scratchFolder('screens');
const stack = await startLocalStack({ dir, binaryDir: resolve('.local'), settings: { YIMEN_LOG: 'warn' } });
const http: Fetch = (path, init) => fetch(stack.address + path, init);
const known = new Map<string, Promise<ApiClient>>();
const as = (username: string): Promise<ApiClient> => {
  const client = known.get(username) ?? signInSample(http, username);
  known.set(username, client);
  return client;
};
const keeper = await as('juzhang');
const advance = async (period: string): Promise<void> =>
  void done(await keeper.call('POST', '/local/clock', { advance: period }));
const { now } = await keeper.get<{ now: number }>('/clock');
const town: Town = { as, advance, today: () => dateOf(now) };

const longName = '阿卜杜热西提·买买提艾力江';
const longOpinion = '经入户核实，该户收入来源为季节性务工和转移性收入，'.repeat(80).slice(0, 1_990);

/** As many cases of a township as are wanted, with a window of its own. */
async function fill(unit: string, count: number, from: number): Promise<void> {
  const window = await as(`${unit}-chuangkou`);
  for (let n = from; n < from + count; n += 1)
    done(
      await openSample(
        window,
        unit,
        sampleApplication({ n, name: n % 9 === 0 ? longName : `样例户${n}`, appliedOn: town.today() }),
      ),
    );
}
await fill('yaofu', 1, 1_000);
await fill('baofeng', 7, 1_100);
await fill('taole', 130, 1_200);
const desk = await deskOf(town);
const gone = await desk.opened(desk.application({ name: '马小兰' }));
done(
  await desk.window.decide(gone, '材料审查', '材料不齐', {
    gaps: [{ item: '病历', reason: '申请书写明患重病' }],
  }),
);
const reviewing = await desk.investigated(desk.application({ name: longName }));
done(await desk.inspector.submit(reviewing, { type: 'urge', act: '初审', opinion: longOpinion }));
const own = await desk.accepted(desk.application({ n: 999, name: '赵小兰' }));
await desk.noticed(desk.application({ name: '丁有福' }));
const whistles = await whistleDeskOf(town);
const whistle = await whistles.dispatched({}, { lead: 'housing', helpers: ['police', 'education'] });
await whistles.arrives(whistle, 'police').catch(() => {});

type Shot = {
  readonly name: string;
  readonly size?: Size;
  readonly who?: string;
  readonly path: string;
  /** What must be there before the picture is taken. */
  readonly ready: (page: Page) => Locator;
  readonly also?: (page: Page) => Promise<void>;
};
/** Drawn after the figures. */
const chart = (page: Page) => page.getByRole('region', { name: '时间去向' }).locator('svg').first();
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, exact: true });
const tab =
  (name: string) =>
  async (page: Page): Promise<void> =>
    await page.getByRole('tab', { name }).click();

const inGrey = async (page: Page): Promise<void> =>
  void (await page.addStyleTag({ content: 'html { filter: grayscale(1); }' }));

const shots: readonly Shot[] = [
  { name: '登录', path: '/', ready: (page) => page.getByLabel('用户名') },
  { name: '待办-0', who: 'hongyazi-chushen', path: '/inbox', ready: heading(/我的待办/) },
  { name: '待办-1', who: 'yaofu-chuangkou', path: '/inbox', ready: heading(/我的待办/) },
  { name: '待办-7', who: 'baofeng-chuangkou', path: '/inbox', ready: heading(/我的待办/) },
  { name: '待办-许多', who: 'taole-chuangkou', path: '/inbox', ready: heading(/我的待办/) },
  { name: '窗口', who: 'chengguan-chuangkou', path: '/window', ready: heading('窗口：登记办件') },
  {
    name: '窗口-登记',
    who: 'chengguan-chuangkou',
    path: '/window/minimum-living',
    ready: heading(/^登记/),
  },
  {
    name: '办件-材料审查',
    who: 'baofeng-chuangkou',
    path: '/inbox',
    ready: heading(/我的待办/),
    also: async (page) => {
      await page.getByRole('link', { name: '办理' }).first().click();
      await askedOf(page, '材料审查').getByText('材料不齐', { exact: true }).click();
    },
  },
  {
    name: '办件-初审',
    who: 'chengguan-chushen',
    path: `/cases/${reviewing}`,
    ready: (page) => askedOf(page, '初审'),
    also: async (page) => {
      await askedOf(page, '初审').getByText('拟同意', { exact: true }).click();
    },
  },
  {
    name: '办件-经过',
    who: 'chengguan-chushen',
    path: `/cases/${reviewing}`,
    ready: (page) => askedOf(page, '初审'),
    also: tab('经过'),
  },
  {
    name: '办件-时限',
    who: 'chengguan-chushen',
    path: `/cases/${reviewing}`,
    ready: (page) => askedOf(page, '初审'),
    also: async (page) => {
      await page.getByRole('tab', { name: '时限' }).click();
      await page.locator('summary').first().click();
    },
  },
  {
    name: '办件-更多操作',
    who: 'ducha',
    path: `/cases/${reviewing}`,
    ready: (page) => page.getByRole('button', { name: '更多操作' }),
    also: async (page) => await page.getByRole('button', { name: '更多操作' }).click(),
  },
  {
    name: '更正',
    who: 'chengguan-chuangkou',
    path: `/cases/${own}`,
    ready: (page) => page.getByRole('button', { name: '更多操作' }),
    also: async (page) => {
      await page.getByRole('button', { name: '更多操作' }).click();
      await page.getByRole('menuitem', { name: '更正登记内容' }).click();
      for (const field of ['申请人·联系电话', '收入申报 1·核算期内金额'])
        await choose(page, '更正哪几项', field);
      await page.getByLabel('收入申报第1项·核算期内金额').fill('1200');
      await page.getByLabel('更正的理由').fill('登记时抄错了');
      await page.getByRole('list', { name: '按下之后' }).waitFor();
    },
  },
  { name: '吹哨-全程', who: 'diaodu', path: `/cases/${whistle}`, ready: heading('办到哪里') },
  { name: '吹哨-部门', who: 'housing', path: '/inbox', ready: heading(/我的待办/) },
  {
    name: '吹哨-现场',
    who: 'housing',
    size: phone,
    path: `/cases/${whistle}`,
    ready: (page) => page.getByText('请您办理').first(),
  },
  {
    name: '办件-材料',
    who: 'chengguan-chushen',
    path: `/cases/${reviewing}`,
    ready: (page) => askedOf(page, '初审'),
    also: tab('材料'),
  },
  {
    name: '办件-责任',
    who: 'ducha',
    path: `/cases/${reviewing}`,
    ready: (page) => page.getByRole('button', { name: '更多操作' }),
    also: tab('责任'),
  },
  { name: '督查', who: 'ducha', path: '/supervision', ready: chart },
  { name: '督查-乡镇', who: 'ducha', path: '/supervision?by=from', ready: heading('督查') },
  { name: '考核', who: 'xianducha', path: '/assessment', ready: heading('乡镇吹哨、部门报到：登记单位') },
  { name: '督查-灰度', who: 'ducha', path: '/supervision', ready: chart, also: inGrey },
  // A screen of 1366×768 at 125 %.
  {
    name: '待办-125%',
    who: 'taole-chuangkou',
    size: { width: 1093, height: 614 },
    path: '/inbox',
    ready: heading(/我的待办/),
  },
  { name: '管理-人员', who: 'chengguan-fuze', path: '/management', ready: heading('管理') },
  { name: '管理-规则', who: 'juzhang', path: '/management?tab=rules', ready: heading('管理') },
  {
    name: '管理-新数值',
    who: 'juzhang',
    path: '/management?tab=rules',
    ready: heading('管理'),
    also: async (page) => {
      await page.getByRole('button', { name: '新数值' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: '管理-日历', who: 'juzhang', path: '/management?tab=calendar', ready: heading('管理') },
  { name: '管理-单位', who: 'juzhang', path: '/management?tab=units', ready: heading('管理') },
  { name: '管理-样例系统', who: 'juzhang', path: '/management?tab=stand-ins', ready: heading('短信平台') },
  { name: '管理-待送达', who: 'juzhang', path: '/management?tab=deliveries', ready: heading('管理') },
  { name: '大屏', who: 'ducha', size: wide, path: '/board', ready: heading(/时限总览/) },
  { name: '群众-申请', size: phone, path: '/apply', ready: heading('网上申请') },
  { name: '群众-进入', size: phone, path: '/my', ready: heading('查看我的办件') },
  {
    name: '群众-办件',
    size: phone,
    path: '/my',
    ready: heading('查看我的办件'),
    also: async (page) => {
      await page.getByLabel('办件号').fill(own);
      await page.getByLabel('身份证号码最后四位').fill(sampleIdentity(999).slice(-4));
      await page.getByRole('button', { name: '取验证码' }).click();
      const [, code = ''] =
        /试用：(\d{6})/.exec((await page.getByText('（试用：').textContent()) ?? '') ?? [];
      await page.getByLabel('短信验证码').fill(code);
      await page.getByRole('button', { name: '进入' }).click();
      await page.getByText('什么时候办好').waitFor();
    },
  },
  {
    name: '公示栏',
    size: phone,
    path: '/notices',
    ready: heading('公示栏'),
    also: async (page) => await page.getByText('有异议', { exact: true }).first().click(),
  },
];

const browser = await openBrowser('all');
await mkdir(folder, { recursive: true });
try {
  for (const { name, who, size = desktop, path, ready, also } of shots.filter((shot) =>
    shot.name.includes(values.only),
  )) {
    const { page, context } = await seat(browser, stack.address, size);
    if (who) await signInAs(page, who, samplePassword);
    await page.goto(path);
    await ready(page).waitFor();
    await also?.(page);
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.screenshot({
      path: join(folder, `${name}.png`),
      fullPage: size === phone || name.startsWith('办件'),
    });
    console.log(name);
    await context.close();
  }
} finally {
  await browser.close();
  await stack.stop();
  await rm(dir, { recursive: true, force: true });
}
