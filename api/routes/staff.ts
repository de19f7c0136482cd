/** 人员管理: the head of a unit for its own people, the county's keepers for all; each change with who and why. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { getCookie } from 'hono/cookie';
import { staffChanges, staffList, staffMember as staffShape } from '../../contract/responses/service.ts';
import { endPostBody, ownPasswordBody, passwordBody, personBody, postBody } from '../../contract/wire.ts';
import { personByUsername } from '../../db/people.ts';
import {
  addPerson,
  addPost,
  type Change,
  changesOf,
  endPost,
  type Staff,
  setPassword,
  staffMember,
  staffOf,
} from '../../db/staff.ts';
import { passwordHashOf } from '../../security/sessions.ts';
import type { ApiEnv, AppContext } from '../env.ts';
import { json, jsonBody, validated } from '../openapi.ts';
import { plain } from '../page.ts';
import { Problem } from '../problem.ts';
import { addressOf, deviceCookie, gateOf, signedIn, verifyPassword } from '../session.ts';
import { isManaged, managedBy, rolesIn } from '../staff.ts';

const shown = 200;
const wrong = (field: string, text: string): Problem =>
  new Problem('BODY_INVALID', { fields: [{ field, text }] });

export function staffRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  const { sql, vault } = context;
  for (const path of ['/staff', '/staff/*', '/me/password']) app.use(path, signedIn);
  const unitName = (id: string): string => context.county.units.find((unit) => unit.id === id)?.name ?? id;

  const listRoute = createRoute({
    method: 'get',
    path: '/staff',
    summary: '我管理的单位的人员和任职（负责人管本单位的，县里指定的岗位管全县的）',
    responses: { 200: json(staffList) },
  });
  app.openapi(listRoute, async (c) => {
    const units = managedBy(context, c.get('me'));
    const items = await staffOf(sql, units);
    return c.json({ units: [...units], roles: await rolesIn(context), items: items.map(plainStaff) }, 200);
  });

  const changesRoute = createRoute({
    method: 'get',
    path: '/staff/changes',
    summary: '人员管理的记录：谁、为什么改了什么，新的在前',
    responses: { 200: json(staffChanges) },
  });
  app.openapi(changesRoute, async (c) => {
    const units = managedBy(context, c.get('me'));
    return c.json({ items: [...(await changesOf(sql, units, shown))] }, 200);
  });

  /** An office that may be given, by whoever manages its unit. */
  async function given(me: ApiEnv['Variables']['me'], unit: string, role: string): Promise<void> {
    if (!managedBy(context, me).includes(unit))
      throw new Problem('FORBIDDEN', { detail: `${unitName(unit)}的人员不由您管理。请联系该单位负责人。` });
    const roles = await rolesIn(context);
    if (!roles.includes(role)) throw wrong('role', `没有这个岗位。岗位有：${roles.join('、')}`);
  }
  async function managed(me: ApiEnv['Variables']['me'], id: string): Promise<Staff> {
    const staff = await staffMember(sql, id);
    const units = managedBy(context, me);
    if (!staff?.posts.some(({ unit }) => units.includes(unit))) throw new Problem('NOT_FOUND');
    return staff;
  }
  /** As they are after a change of somebody who is there. */
  const shownAgain = async (id: string) => plainStaff((await staffMember(sql, id)) as Staff);
  const change = (me: ApiEnv['Variables']['me'], unit: string, what: string, why: string): Change => ({
    at: context.now(),
    by: me.id,
    unit,
    what,
    why,
  });
  const said = (from: string, to: string | null): string => (to === null ? `${from}起` : `${from}至${to}`);

  const addRoute = createRoute({
    method: 'post',
    path: '/staff',
    summary: '登记人员和第一个岗位',
    request: { body: jsonBody(personBody) },
    responses: { 201: json(staffShape) },
  });
  app.openapi(addRoute, async (c) => {
    const me = c.get('me');
    const { username, name, identity, password, unit, role, from, to, why } = c.req.valid('json');
    await given(me, unit, role);
    const sealed = vault.seal(identity);
    if (!sealed) throw wrong('identity', '居民身份证号码有误，请核对18位号码');
    const post = { unit, role, from, to: to ?? null };
    const done = await addPerson(
      sql,
      { username, name, identity: sealed.hash, passwordHash: await passwordHashOf(password) },
      post,
      change(me, unit, `登记${name}（${username}）：${unitName(unit)} ${role}，${said(from, post.to)}`, why),
    );
    if (!done) throw wrong('username', '这个用户名或这个身份证号码已经登记过，请在名单里给他加岗位');
    return c.json(await shownAgain(username), 201);
  });

  const person = z.object({ id: plain.min(1) });
  const postRoute = createRoute({
    method: 'post',
    path: '/staff/{id}/posts',
    summary: '加岗位',
    request: { params: person, body: jsonBody(postBody) },
    responses: { 201: json(staffShape) },
  });
  app.openapi(postRoute, async (c) => {
    const me = c.get('me');
    const { unit, role, from, to, why } = c.req.valid('json');
    const { id } = c.req.valid('param');
    await given(me, unit, role);
    const staff = await staffMember(sql, id);
    if (!staff) throw new Problem('NOT_FOUND');
    const what = `${staff.name}任${unitName(unit)} ${role}，${said(from, to ?? null)}`;
    const done = await addPost(sql, id, { unit, role, from, to: to ?? null }, change(me, unit, what, why));
    if (!done) throw wrong('role', `${staff.name}在这段时间里已经任这个岗位`);
    return c.json(await shownAgain(id), 201);
  });

  const endRoute = createRoute({
    method: 'post',
    path: '/staff/{id}/posts/{post}/end',
    summary: '任职到期：写明最后一日；此后他认领的退回岗位',
    request: { params: person.extend({ post: plain.min(1) }), body: jsonBody(endPostBody) },
    responses: { 200: json(staffShape) },
  });
  app.openapi(endRoute, async (c) => {
    const me = c.get('me');
    const { id, post } = c.req.valid('param');
    const { to, why } = c.req.valid('json');
    const staff = await managed(me, id);
    const held = staff.posts.find((one) => one.id === post);
    if (!held || !managedBy(context, me).includes(held.unit)) throw new Problem('NOT_FOUND');
    if (to < held.from) throw wrong('to', `不能早于任职的第一日${held.from}`);
    const what = `${staff.name}的${unitName(held.unit)} ${held.role}任职至${to}`;
    await endPost(sql, post, to, change(me, held.unit, what, why));
    return c.json(await shownAgain(id), 200);
  });

  const resetRoute = createRoute({
    method: 'post',
    path: '/staff/{id}/password',
    summary: '重设口令；此人已有的登录随即失效',
    request: { params: person, body: jsonBody(passwordBody) },
    responses: { 204: { description: '已重设' } },
  });
  app.openapi(resetRoute, async (c) => {
    const me = c.get('me');
    const { password, why } = c.req.valid('json');
    const staff = await managed(me, c.req.valid('param').id);
    // Whoever could sign in as somebody with posts elsewhere would hold those too.
    const elsewhere = staff.posts.find(({ unit }) => !isManaged(context, me, unit));
    if (elsewhere)
      throw new Problem('FORBIDDEN', {
        detail: `${staff.name}还在${unitName(elsewhere.unit)}任职，口令请由县里重设。`,
      });
    const [{ unit } = { unit: '' }] = staff.posts;
    await setPassword(
      sql,
      staff.id,
      await passwordHashOf(password),
      change(me, unit, `重设${staff.name}（${staff.username}）的口令`, why),
      null,
    );
    return c.body(null, 204);
  });

  const gate = gateOf(context);
  const ownRoute = createRoute({
    method: 'post',
    path: '/me/password',
    summary: '改自己的口令；别处的登录随即失效',
    request: { body: jsonBody(ownPasswordBody) },
    responses: { 204: { description: '已改' } },
  });
  app.openapi(ownRoute, async (c) => {
    const me = c.get('me');
    const { current, password } = c.req.valid('json');
    const attempt = { username: me.username, address: addressOf(c), device: getCookie(c, deviceCookie) };
    const known = await personByUsername(sql, me.username);
    if (!(await verifyPassword(gate, attempt, known?.passwordHash, current)))
      throw wrong('current', '现在的口令不对');
    const [{ unit } = { unit: '' }] = me.posts;
    const what = `${me.name}（${me.username}）改了自己的口令`;
    await setPassword(
      sql,
      me.id,
      await passwordHashOf(password),
      change(me, unit, what, '本人'),
      c.get('sessionHash'),
    );
    return c.body(null, 204);
  });
  return app;
}

const plainStaff = ({ id, username, name, posts }: Staff) => ({ id, username, name, posts: [...posts] });
