/** 样例系统: in trial profiles, what the stand-ins of outside systems have taken, and switching one off and on again. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { standIn, standInList } from '../../contract/responses/service.ts';
import { standInBody } from '../../contract/wire.ts';
import { yuan } from '../../workflows/wording/money.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { Problem } from '../problem.ts';
import { keeperOf } from '../visibility.ts';

const shown = 20;
const patienceMs = 2_000;

type System = z.infer<typeof standIn>['system'];
type Item = {
  readonly id: string;
  readonly body?: unknown;
  readonly asked?: unknown;
  readonly answered?: unknown;
};
type Taken = {
  readonly at: string;
  readonly list: string;
  readonly name: string;
  readonly say: (item: Item) => string;
};

const message = z.object({ to: z.string(), template: z.string(), params: z.record(z.string(), z.unknown()) });
const instruction = z.object({ payee: z.string(), amountFen: z.number(), fromMonth: z.string() });
const asked = z.object({ caseNo: z.string(), act: z.string(), sources: z.array(z.string()) });

/** As much of it as its shape is known; nothing of what is not. */
const said = <T>(schema: z.ZodType<T>, value: unknown, say: (of: T) => string): string => {
  const read = schema.safeParse(value);
  return read.success ? say(read.data) : '';
};

const told = z.object({ reference: z.string(), progress: z.string() });
const progress = (name: string, at: string | undefined): Taken => ({
  at: at ?? '',
  list: 'progress',
  name,
  say: ({ body }) => said(told, body, (of) => `${of.reference}：${of.progress}`),
});

const systemsOf = ({ settings }: AppContext): { readonly [S in System]: Taken } => ({
  sms: {
    at: settings.YIMEN_SMS_URL,
    list: 'messages',
    name: '短信平台',
    say: ({ body }) =>
      said(message, body, ({ to, template, params }) =>
        [`发给${to}：${template}`, ...Object.values(params).map(String)].join(' '),
      ),
  },
  bank: {
    at: settings.YIMEN_BANK_URL,
    list: 'instructions',
    name: '代发银行',
    say: ({ body }) =>
      said(
        instruction,
        body,
        ({ payee, amountFen, fromMonth }) => `${payee}：每月${yuan(amountFen)}，自${fromMonth}`,
      ),
  },
  verification: {
    at: settings.YIMEN_VERIFICATION_URL,
    list: 'requests',
    name: '核对中心',
    say: ({ asked: of, answered }) =>
      said(
        asked,
        of,
        ({ caseNo, act, sources }) =>
          `${caseNo} ${act}：问了${sources.length}家，已答${Array.isArray(answered) ? answered.length : 0}家`,
      ),
  },
  grid: progress('网格平台', settings.YIMEN_GRID_URL),
  hotline: progress('12345热线', settings.YIMEN_HOTLINE_URL),
});

async function reach(url: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return await answer.json();
}

const switches = z.object({ down: z.boolean() });
const listed = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** Undefined where no stand-in answers: a real system, or one that is not running. */
async function look(system: System, { at, list, name, say }: Taken): Promise<z.infer<typeof standIn>> {
  try {
    const [{ down }, { items }] = await Promise.all([
      reach(`${at}/faults`).then((answer) => switches.parse(answer)),
      reach(`${at}/${list}`).then((answer) => listed.parse(answer)),
    ]);
    const taken = items
      .slice(-shown)
      .reverse()
      .map((item) => ({ id: item.id, what: say(item) }));
    return { system, name, isStandIn: true, down, taken };
  } catch {
    return { system, name, isStandIn: false, down: false, taken: [] };
  }
}

export function standInRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const systems = systemsOf(context);
  const inTrial = (me: ApiEnv['Variables']['me']): void => {
    if (context.settings.YIMEN_PROFILE === 'production')
      throw new Problem('NOT_FOUND', { detail: '正式环境没有样例系统。' });
    keeperOf(context, me);
  };

  const listRoute = createRoute({
    method: 'get',
    path: '/local/stand-ins',
    summary: '样例系统（本地、测试、培训）：各收下了什么，新的在前',
    responses: { 200: json(standInList) },
  });
  app.openapi(listRoute, async (c) => {
    inTrial(c.get('me'));
    const items = await Promise.all(
      Object.entries(systems).map(([system, of]) => look(system as System, of)),
    );
    return c.json({ items }, 200);
  });

  const switchRoute = createRoute({
    method: 'put',
    path: '/local/stand-ins/{system}',
    summary: '停下样例系统，或者恢复：看一看外部系统没有应答时各处怎样',
    request: { params: z.object({ system: standIn.shape.system }), body: jsonBody(standInBody) },
    responses: { 200: json(standIn) },
  });
  app.openapi(switchRoute, async (c) => {
    inTrial(c.get('me'));
    const { system } = c.req.valid('param');
    const of = systems[system];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ down: c.req.valid('json').down });
    await reach(`${of.at}/faults`, { method: 'PUT', headers, body }).catch(() => {
      throw new Problem('NOT_FOUND', { detail: `${of.name}不是样例系统，或者没有在运行。` });
    });
    return c.json(await look(system, of), 200);
  });
  return app;
}
