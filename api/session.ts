/** Local sign-in: a password, a session cookie or bearer token, and no more tries than people need. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { BulkheadRejectedError } from 'cockatiel';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Sql } from '../db/connect.ts';
import { isStillAt } from '../db/ledger.ts';
import { createSession, isStillSaid, type Person, personBySession, personByUsername } from '../db/people.ts';
import { isPassword, newToken, sessionHours, tokenHash } from '../security/sessions.ts';
import { type Attempt, type SignInGate, signInGate } from '../security/sign-in-gate.ts';
import type { ApiEnv, AppContext } from './env.ts';
import { Problem } from './problem.ts';

export const cookieName = 'yimen_session';
export const deviceCookie = 'yimen_device';

/** How often somebody may try; one count for all that is tried. */
export const gateOf = ({ sql, settings }: Pick<AppContext, 'sql' | 'settings'>): SignInGate =>
  signInGate(async (text, values) => await sql.unsafe(text, [...values]), settings.YIMEN_MATCHING_KEY);

/** Answers a token. The password's check takes as long for a name nobody has. */
export async function signIn(
  context: AppContext,
  gate: SignInGate,
  attempt: Attempt,
  password: string,
): Promise<string> {
  const wait = await gate.pay(attempt);
  if (wait !== undefined) throw tooMany(wait);
  try {
    const token = await enter(context, attempt.username, password);
    await gate.refund(attempt);
    return token;
  } catch (error) {
    // What goes wrong on our side costs nobody a try.
    if (!(error instanceof Problem && error.code === 'SIGN_IN_FAILED'))
      await gate.refund(attempt).catch(() => {});
    throw error;
  }
}

/** Whether it is the password, tried no oftener than a sign-in. */
export async function verifyPassword(
  gate: SignInGate,
  attempt: Attempt,
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const wait = await gate.pay(attempt);
  if (wait !== undefined) throw tooMany(wait);
  const right = await isPassword(passwordHash, password);
  if (right) await gate.refund(attempt);
  return right;
}

async function enter({ sql }: AppContext, username: string, password: string): Promise<string> {
  const person = await personByUsername(sql, username);
  const right = await isPassword(person?.passwordHash, password).catch((error: unknown) => {
    throw error instanceof BulkheadRejectedError
      ? new Problem('NOT_READY', { headers: { 'retry-after': '2' } })
      : error;
  });
  if (!person || !right) throw new Problem('SIGN_IN_FAILED');
  return await newSession(sql, person);
}

async function newSession(sql: Sql, { id }: Pick<Person, 'id'>): Promise<string> {
  const token = newToken();
  await createSession(sql, tokenHash(token), id, sessionHours);
  return token;
}

const cookieOf = ({ settings }: Pick<AppContext, 'settings'>) =>
  ({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: settings.YIMEN_PROFILE === 'production',
  }) as const;

/** The browser is somebody's from here on. */
export const keepSession = (c: Context<ApiEnv>, context: AppContext, token: string): void =>
  setCookie(c, cookieName, token, { ...cookieOf(context), maxAge: sessionHours * 3_600 });

const yearSeconds = 365 * 86_400;

/** It has been used by them before. */
export const keepDevice = (c: Context<ApiEnv>, context: AppContext, device: string): void =>
  setCookie(c, deviceCookie, device, { ...cookieOf(context), maxAge: yearSeconds });

/** Signs somebody in whom another system has vouched for. */
export async function admit(
  c: Context<ApiEnv>,
  context: AppContext,
  person: Pick<Person, 'id'>,
): Promise<void> {
  keepSession(c, context, await newSession(context.sql, person));
}

/** Where a request comes from: its connection, or what as many proxies of ours as there are say of it. */
export function addressOf(c: Context<ApiEnv>): string {
  const { YIMEN_PROXIES: proxies } = c.get('context').settings;
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const said = proxies > 0 ? hops.at(-proxies) : undefined;
  // Without a server of its own (asked in process) there is no connection.
  return said || (c.env ? (getConnInfo(c).remote.address ?? '') : '');
}

export const tooMany = (ms: number): Problem =>
  new Problem('TOO_MANY_ATTEMPTS', { headers: { 'retry-after': String(Math.ceil(ms / 1_000)) } });

function sessionOf(c: Context<ApiEnv>): string {
  const bearer = c.req.header('authorization')?.match(/^Bearer ([\w-]{20,})$/)?.[1];
  const token = bearer ?? getCookie(c, cookieName);
  if (!token) throw new Problem('NOT_SIGNED_IN');
  return tokenHash(token);
}

/** Lets in the person of a live session. */
export async function letIn(c: Context<ApiEnv>): Promise<void> {
  const hash = sessionOf(c);
  const { sql, cases, admitted } = c.get('context');
  const asked = c.req.param('caseNo');
  const found = await personBySession(sql, hash, asked && cases.has(asked) ? asked : undefined);
  if (!found) {
    admitted.delete(hash);
    throw new Problem('NOT_SIGNED_IN');
  }
  const { me, said, newest } = found;
  admitted.set(hash, { me, said });
  seat(c, { me, newest, sessionHash: hash });
}

type Seated = Pick<ApiEnv['Variables'], 'me' | 'newest' | 'sessionHash' | 'provided'>;

function seat(c: Context<ApiEnv>, { me, newest, sessionHash, provided }: Seated): void {
  c.set('me', me);
  c.set('newest', newest);
  c.set('sessionHash', sessionHash);
  c.set('provided', provided);
}

/** Everything behind it needs a live session. */
export const signedIn: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await letIn(c);
  await next();
};

/**
 * The same for what is journaled: whoever was let in before is let in without asking, provided that the journal, which is
 * asked in any case, finds it so. What comes of it before that is nobody's answer: `letIn`, and once more.
 */
export const supposedlySignedIn: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const hash = sessionOf(c);
  const { sql, admitted, changes } = c.get('context');
  const known = admitted.get(hash);
  if (known)
    seat(c, {
      me: known.me,
      newest: changes.newest(c.req.param('caseNo') ?? '') ?? 0,
      sessionHash: hash,
      provided: (caseNo, seq) =>
        sql`${isStillSaid(sql, hash, known.said)} and ${isStillAt(sql, caseNo, seq)}`,
    });
  else await letIn(c);
  await next();
};
