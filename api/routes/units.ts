/** 单位: who there is, who works there, and how the county changes them. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type Unit, unitsUnder } from '../../contract/county.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import { colleagues, peopleList, unitList, unit as unitShape } from '../../contract/responses/service.ts';
import { unitBody } from '../../contract/wire.ts';
import { people, workingIn } from '../../db/people.ts';
import { changeUnit, units } from '../../db/units.ts';
import { dateOf } from '../../engine/clock/time.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { signedIn } from '../session.ts';
import { keeperOf } from '../visibility.ts';

const issue = (field: string, text: string): readonly FieldIssue[] => [{ field, text }];

/** What is wrong with a unit among those there are. */
function faultsOf(all: readonly Unit[], { id, name, parent, joined }: Unit): readonly FieldIssue[] {
  const named = (other: string | null | undefined) => all.find((one) => one.id === other);
  const known = named(id);
  const over = named(parent);
  const into = named(joined);
  return [
    ...(known || /^[a-z][a-z0-9-]{1,39}$/.test(id)
      ? []
      : issue('unit', '单位编号用小写字母开头，只有小写字母、数字和连字符，至多40个')),
    ...(all.some((one) => one.id !== id && one.name === name && !one.joined)
      ? issue('name', `已经有“${name}”了`)
      : []),
    ...(over || (known && known.parent === null && parent === null)
      ? []
      : issue('parent', '请从单位名录中选上级单位')),
    ...(over && unitsUnder({ units: all }, id).includes(over.id)
      ? issue('parent', `${over.name}在它之下，不能作它的上级`)
      : []),
    ...(joined && !into ? issue('joined', '请从单位名录中选并入哪个单位') : []),
    ...(joined === id ? issue('joined', '不能并入自己') : []),
    ...(into?.joined && joined !== id
      ? issue('joined', `${into.name}已经并入${named(into.joined)?.name ?? ''}，请选后者`)
      : []),
    ...(joined && parent === null ? issue('joined', '最上级的单位不能并入别的单位') : []),
  ];
}

/** What has changed, in words. */
function changeInWords(all: readonly Unit[], before: Unit | undefined, now: Unit): string {
  const called = (id: string | null | undefined): string => all.find((one) => one.id === id)?.name ?? '无';
  if (!before) return `登记单位${now.name}（${now.id}）`;
  const changes = [
    ...(before.name === now.name ? [] : [`改名为${now.name}`]),
    ...(before.parent === now.parent ? [] : [`上级改为${called(now.parent)}`]),
    ...(before.kind === now.kind ? [] : ['改了类别']),
    ...((before.joined ?? null) === (now.joined ?? null)
      ? []
      : [now.joined ? `并入${called(now.joined)}` : '不再并入别的单位']),
  ];
  return `${before.name}：${changes.join('，') || '没有变化'}`;
}

export function unitRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  app.use('/units/*', signedIn);
  const params = z.object({ unit: plain.min(1).max(60) });

  const listRoute = createRoute({
    method: 'get',
    path: '/units',
    summary: '单位名录（无需登录）',
    responses: { 200: json(unitList) },
  });
  app.openapi(listRoute, async (c) =>
    c.json(
      { items: (await units(context.sql)).map(({ joined = null, ...one }) => ({ ...one, joined })) },
      200,
    ),
  );

  const changeRoute = createRoute({
    method: 'put',
    path: '/units/{unit}',
    summary:
      '登记或者变更单位：改名、改上级、并入（由县里指定的岗位）。并入以后，原来请它办的由并入的单位的同一岗位办，办过的一字不变',
    request: { params, body: jsonBody(unitBody) },
    responses: { 200: json(unitShape) },
  });
  app.openapi(changeRoute, async (c) => {
    const by = keeperOf(context, c.get('me'));
    const { why, ...body } = c.req.valid('json');
    const all = await units(context.sql);
    const now = { id: c.req.valid('param').unit, ...body };
    const fields = faultsOf(all, now);
    if (fields.length > 0) throw new Problem('BODY_INVALID', { fields });
    const what = changeInWords(
      all,
      all.find(({ id }) => id === now.id),
      now,
    );
    await changeUnit(context.sql, now, { at: context.now(), by, unit: now.id, what, why });
    await context.followUnits();
    return c.json(now, 200);
  });

  app.use('/people', signedIn);
  const peopleRoute = createRoute({
    method: 'get',
    path: '/people',
    summary: '县里登记过的人和现在任的岗位：表单里选人、办件里说出姓名',
    responses: { 200: json(peopleList) },
  });
  app.openapi(peopleRoute, async (c) =>
    c.json({ items: [...(await people(context.sql, dateOf(context.now())))] }, 200),
  );

  const colleaguesRoute = createRoute({
    method: 'get',
    path: '/units/{unit}/people',
    summary: '一个单位现在在岗的人：转办时选',
    request: { params },
    responses: { 200: json(colleagues) },
  });
  app.openapi(colleaguesRoute, async (c) => {
    const { unit } = c.req.valid('param');
    return c.json({ items: [...(await workingIn(context.sql, unit, dateOf(context.now())))] }, 200);
  });
  return app;
}
