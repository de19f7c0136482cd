/** Schemas of rule values, tied by type to the names processes use. */
import { z } from 'zod';
import type { Json, RuleName } from './rule.ts';

/** A limit: how much of which unit. */
export const limitValue = z.strictObject({
  amount: z.number().int().positive().describe('多少'),
  unit: z
    .enum(['workingDays', 'days', 'months', 'workingHours', 'minutes'])
    .describe('单位')
    .meta({
      says: {
        workingDays: '个工作日',
        days: '日',
        months: '个月',
        workingHours: '个工作小时',
        minutes: '分钟',
      },
    }),
});

/** 督办阶梯, from the first rung to the last. */
export const rungs = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(20).describe('名称'),
      when: z.enum(['risk', 'due']).meta({ description: '从何时', says: { risk: '用去八成', due: '到期' } }),
      after: limitValue.nullable().describe('之后'),
      to: z
        .string()
        .min(1)
        .meta({
          description: '给谁',
          says: { holder: '办理的', head: '单位负责人', leader: '分管领导', inspector: '督查' },
        }),
      reply: limitValue.nullable().describe('回复期限'),
      demand: z.string().min(1).describe('要求'),
    }),
  )
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: '各级名称不能相同' });

type ValueOf<R> = R extends RuleName<infer V> ? V : never;
type RuleNamesIn<M> = { [K in keyof M as M[K] extends RuleName<Json> ? K : never]: M[K] };

/** One schema for every rule a module names, of that rule's own value. */
export type SchemasOf<M> = { readonly [K in keyof RuleNamesIn<M>]: z.ZodType<ValueOf<RuleNamesIn<M>[K]>> };

type Described = {
  readonly description?: string;
  readonly says?: { readonly [value: string]: string };
  readonly properties?: { readonly [name: string]: Described };
  readonly [part: string]: unknown;
};

/** What the parts of a value, and values that are codes, are called. */
export function wordsOf(schema: z.ZodType): { readonly [name: string]: string } {
  const words: Record<string, string> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties = {}, says = {} } = node as Described;
    for (const [name, { description }] of Object.entries(properties))
      if (description) words[name] = description;
    Object.assign(words, says);
    for (const part of Object.values(node)) visit(part);
  };
  visit(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return words;
}
