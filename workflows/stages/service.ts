/** 送达: a document is handed to whom it concerns, with its method, date and receipt. */
import { choice, date, file, optional, yesNo } from '../../engine/forms/form.ts';
import { type ActOptions, type CheckContext, outcome } from '../../engine/process/act.ts';
import type { Context, Step } from '../../engine/process/definition.ts';
import { notAfterToday, notBefore } from '../wording/dates.ts';

/** `issued` is the day the document was: it is not served before. */
const outcomes = (issued: string) => ({
  已送达: outcome({
    form: {
      method: choice('送达方式', ['直接送达', '留置送达', '邮寄送达', '电子送达', '公告送达']),
      deliveredOn: date('送达日期'),
      receipt: optional(file('送达回证')),
      /** 电子送达 is for those who have agreed to it. */
      consented: optional(yesNo('受送达人同意电子送达')),
    },
    check: ({ method, consented, deliveredOn }, { at }: CheckContext) => [
      ...(method === '电子送达' && consented !== true
        ? [{ field: 'consented', text: '电子送达须经受送达人同意；没有同意的，请用其他方式' }]
        : []),
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
