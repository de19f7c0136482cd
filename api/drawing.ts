/** Codes that the system adds to a form: drawn from their pools in the transaction that journals the command. */
import type { CommandBody } from '../contract/command.ts';
import { edgeErrors } from '../contract/errors.ts';
import type { Fields } from '../contract/form.ts';
import type { Query } from '../db/connect.ts';
import { draw } from '../db/pools.ts';
import { Problem } from './problem.ts';

type Wanted = { readonly name: string; readonly label: string; readonly pool: string };

const wantedIn = (fields: Fields | undefined): readonly Wanted[] =>
  Object.entries(fields ?? {}).flatMap(([name, { label, shape }]) =>
    shape.kind === 'drawn' ? [{ name, label, pool: shape.pool }] : [],
  );

/** A command with each field to be drawn filled in, however that is done. */
export function withDrawn(
  fields: Fields | undefined,
  body: CommandBody,
  codeOf: (pool: string) => string,
): CommandBody {
  const wanted = wantedIn(fields);
  if (wanted.length === 0 || body.type !== 'decide') return body;
  const codes = Object.fromEntries(wanted.map(({ name, pool }) => [name, codeOf(pool)]));
  return { ...body, form: { ...body.form, ...codes } };
}

/** How to complete a command's form; undefined if there is nothing to draw. Whoever fills in such a field is refused. */
export function drawing(
  fields: Fields | undefined,
  caseNo: string,
  body: CommandBody,
): ((sql: Query) => Promise<CommandBody>) | undefined {
  const wanted = wantedIn(fields);
  if (wanted.length === 0 || body.type !== 'decide') return undefined;
  const typed = wanted.filter(({ name }) => Object.hasOwn(body.form ?? {}, name));
  if (typed.length > 0)
    throw new Problem('FORM_INVALID', {
      fields: typed.map(({ name, label }) => ({ field: name, text: `${label}由系统填写，请不要填` })),
    });
  return async (sql) => {
    const codes = new Map<string, string>();
    for (const { pool, label } of wanted) {
      const code = await draw(sql, pool, caseNo);
      if (!code)
        throw new Problem('POOL_EMPTY', { detail: `${label}的号段已经用完。${edgeErrors.POOL_EMPTY.next}` });
      codes.set(pool, code);
    }
    return withDrawn(fields, body, (pool) => codes.get(pool) ?? '');
  };
}
