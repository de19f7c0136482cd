/** 送达: a document is handed to whom it concerns, with its method, date and receipt. */
import { choice, date, file, optional } from '../../engine/forms/form.ts';
import type { ActOptions } from '../../engine/process/act.ts';
import { outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';

const outcomes = {
  已送达: outcome({
    form: {
      method: choice('送达方式', ['直接送达', '留置送达', '邮寄送达', '电子送达']),
      deliveredOn: date('送达日期'),
      receipt: optional(file('送达回证')),
    },
  }),
} as const;

export function* service(
  c: Omit<Context<unknown>, 'input'>,
  name: string,
  options: Omit<ActOptions<typeof outcomes>, 'outcomes'>,
): Step<void> {
  yield* c.serve(name, { ...options, outcomes });
}
