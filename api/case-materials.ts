/** 材料: every file a case holds, by where it was handed in and what it was said to be. */
import type { z } from '@hono/zod-openapi';
import type { Fields } from '../contract/form.ts';
import type { caseMaterials } from '../contract/responses/case.ts';
import type { Json } from '../contract/rule.ts';
import { knownAttachments } from '../db/attachments.ts';
import type { Sql } from '../db/connect.ts';
import { namedIn, valueAt } from '../engine/forms/named.ts';
import { type CaseState, runOf } from '../engine/ledger/state.ts';
import { policyOf } from '../engine/operations/authority.ts';

type Values = { readonly [name: string]: Json };
type Item = z.infer<typeof caseMaterials>['items'][number];
type Held = Omit<Item, 'mediaType' | 'bytes'>;

/** What stands beside the file in the same row, such as whose certificate it is. */
function besides(form: Values, path: string): string {
  const row = valueAt(form, path.slice(0, path.lastIndexOf('.')));
  const said = typeof row === 'object' && row !== null && !Array.isArray(row) ? Object.entries(row) : [];
  const own = path.split('.').at(-1);
  return said
    .flatMap(([name, value]) => (name !== own && typeof value === 'string' ? [value] : []))
    .join(' ');
}

const shortEnough = 60;

function filesOf(fields: Fields, form: Values, from: string, at: number): readonly Held[] {
  return namedIn('file', fields, form).map(({ field, label, value }) => {
    // A file of the form itself stands beside everything else in it.
    const row = field.includes('.') ? besides(form, field).slice(0, shortEnough) : '';
    return {
      sha256: value,
      name: row === '' || label === '文件' ? row || label : `${label}（${row}）`,
      from,
      at,
    };
  });
}

export async function materialsOf(sql: Sql, state: CaseState): Promise<z.infer<typeof caseMaterials>> {
  const { process, input, opened, facts } = state;
  const policy = policyOf(state);
  const held = [
    ...filesOf(process.application, input.form as Values, '申请', opened.at),
    ...runOf(state).trace.flatMap(({ act, decision }) =>
      filesOf(act.outcomes[decision.outcome]?.form ?? {}, decision.form as Values, act.name, decision.at),
    ),
    ...facts.flatMap(({ name, data, at }) =>
      filesOf(policy.facts[name]?.form ?? {}, data as Values, name, at),
    ),
  ];
  const known = await knownAttachments(
    sql,
    held.map(({ sha256 }) => sha256),
  );
  return {
    items: held.flatMap((one) => {
      const stored = known.get(one.sha256);
      return stored ? [{ ...one, mediaType: stored.mediaType, bytes: stored.bytes }] : [];
    }),
  };
}
