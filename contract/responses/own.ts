/** What an applicant is answered about their own case. */
import { z } from '@hono/zod-openapi';
import { anything, at, caseState, formSchema, items, noticeText, outcomeOption, seq } from './shapes.ts';

/** A case as its applicant sees it: where it is, what is asked of them, what they have been told. */
export const ownCase = z
  .strictObject({
    displayNo: z.string(),
    title: z.string(),
    applicant: z.string(),
    seq,
    at,
    state: caseState,
    outcome: z.string().nullable(),
    steps: items(z.strictObject({ name: z.string(), at })).openapi({ description: '已办的，从先到后' }),
    underway: items(z.strictObject({ name: z.string(), unit: z.string(), dueAt: at.nullable() })),
    ahead: items(z.string()).openapi({ description: '没有异议时还要经过的' }),
    promise: z
      .strictObject({
        name: z.string(),
        basis: z.string(),
        startedAt: at,
        dueAt: at.nullable(),
        riskAt: at.nullable(),
      })
      .nullable()
      .openapi({ description: '整件的期限和依据' }),
    asks: items(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        round: z.number().int(),
        openedAt: at,
        dueAt: at.nullable(),
        riskAt: at.nullable(),
        basis: z.string(),
        brief: anything('办理所需'),
        outcomes: items(outcomeOption),
      }),
    ),
    facts: items(z.strictObject({ name: z.string(), form: formSchema, basis: z.string() })),
    withdrawal: z.strictObject({ form: formSchema, basis: z.string() }).nullable(),
    notices: items(z.strictObject({ code: z.string(), text: noticeText, at })),
    rating: z
      .strictObject({ score: z.number().int(), words: z.string(), at })
      .nullable()
      .openapi({ description: '办结以后本人的评价：5 非常满意至 1 非常不满意' }),
  })
  .openapi('OwnCase');
export const codeSent = z
  .strictObject({
    minutes: z.number().int().openapi({ description: '几分钟内有效' }),
    code: z.string().optional().openapi({ description: '试用时直接给出' }),
  })
  .openapi('CodeSent');
export const ownOpened = z.strictObject({ displayNo: z.string(), view: ownCase }).openapi('OwnOpened');
export const ownSubmitted = z.strictObject({ seq, view: ownCase }).openapi('OwnSubmitted');
