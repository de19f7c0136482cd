/** What a command would do, before it is pressed. */
import { z } from '@hono/zod-openapi';
import type { Json } from '../rule.ts';
import { at, clock, documentNumber, effect, items, noticeText, openAct, seq } from './shapes.ts';

const previewAct = z.strictObject({ ...openAct, lapsedFrom: z.string().optional() });
const previewClock = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: clock.kind,
  startedAt: at,
  stoppedAt: at.nullable(),
  dueAt: at.nullable(),
  riskAt: at.nullable(),
  provisional: z.boolean(),
});
const previewEffect = effect
  .omit({ state: true, receipt: true, takenAt: true, reason: true })
  .extend({ payload: z.record(z.string(), z.any() as z.ZodType<Json>) });
export const previewed = z
  .strictObject({
    kind: z.literal('accepted'),
    opens: items(previewAct),
    closes: items(previewAct),
    starts: items(previewClock),
    stops: items(previewClock),
    moves: items(previewClock),
    sends: items(previewEffect),
    withdraws: items(previewEffect),
    issues: items(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        to: z.enum(['applicant', 'public', 'file']),
        text: noticeText,
        number: documentNumber,
        seq,
        at,
        until: at.nullable(),
      }),
    ),
    supersedes: items(z.string()),
    outcome: z.string().nullable(),
  })
  .openapi('Preview');
