/** 送达: a document is handed to whom it concerns, with its method, date and receipt. */
import { choice, date, file, optional } from '../../engine/forms/form.ts';
import { type ActOptions, type CheckContext, outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';
import { notAfterToday, notBefore } from '../wording/dates.ts';

/** `issued` is the day the document was: it is not served before. */
const outcomes = (issued: string) => ({
  已送达: outcome({
    form: {
      method: choice('送达方式', ['直接送达', '留置送达', '邮寄送达', '电子送达']),
      deliveredOn: date('送达日期'),
      receipt: optional(file('送达回证')),
    },
    check: ({ deliveredOn }, { at }: CheckContext) => [
      ...notAfterToday('deliveredOn', '送达日期', deliveredOn, at),
      ...notBefore('deliveredOn', '送达日期', deliveredOn, issued, '文书作出之日'),
    ],
  }),
});

export function* service(
  c: Omit<Context<unknown>, 'input'>,
  name: string,
  options: Omit<ActOptions<ReturnType<typeof outcomes>>, 'outcomes'>,
): Step<void> {
  yield* c.serve(name, { ...options, outcomes: outcomes(c.today()) });
}
