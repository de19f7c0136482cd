/** Schemas of rule values, tied by type to the names processes use. */
import { z } from 'zod';
import type { Json, RuleName } from './rule.ts';

/** A limit: how much of which unit. */
export const limitValue = z.strictObject({
  amount: z.number().int().positive(),
  unit: z.enum(['workingDays', 'days', 'months', 'workingHours', 'minutes']),
});

/** 督办阶梯, from the first rung to the last. */
export const rungs = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(20),
      when: z.enum(['risk', 'due']),
      after: limitValue.nullable(),
      to: z.string().min(1),
      reply: limitValue.nullable(),
      demand: z.string().min(1),
    }),
  )
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: '各级名称不能相同' });

type ValueOf<R> = R extends RuleName<infer V> ? V : never;
type RuleNamesIn<M> = { [K in keyof M as M[K] extends RuleName<Json> ? K : never]: M[K] };

/** One schema for every rule a module names, of that rule's own value. */
export type SchemasOf<M> = { readonly [K in keyof RuleNamesIn<M>]: z.ZodType<ValueOf<RuleNamesIn<M>[K]>> };
