/** A second version of 低保 for tests: after 初审 the township head signs (会审) before the notice; the rest as it is. */
import { outcome } from '../../../engine/process/act.ts';
import {
  type AnyProcess,
  type CaseInput,
  type Context,
  defineProcess,
  type Result,
  type Step,
} from '../../../engine/process/definition.ts';
import { minimumLiving } from '../../../workflows/minimum-living/matter.ts';
import { officesFor } from '../../../workflows/minimum-living/offices.ts';

type First = Context<CaseInput<typeof minimumLiving.application>>;

/** 入户调查 is no longer asked for; a joint review is. */
export const nextVersion = defineProcess({
  ...minimumLiving,
  version: 2,
  body: function* (c: First): Step<Result> {
    const by = officesFor(c.input);
    const accepted = yield* c.decide('材料审查', {
      by: by.window,
      basis: '样例办法',
      outcomes: { 受理: outcome(), 不予受理: outcome() },
    });
    if (accepted.outcome !== '受理') return c.close('不予受理');
    c.accept();
    c.startClock('审核确认', { amount: 15, unit: 'workingDays', basis: '样例办法' }, { kind: '法定' });
    yield* c.decide('联合审查', { by: by.reviewer, basis: '样例办法', outcomes: { 通过: outcome() } });
    const text = (template: string) => ({ to: c.input.form.applicant.phone, template, params: {} });
    c.send('预约', { kind: 'undoable', system: 'sms', payload: text('预约'), undoing: text('取消预约') });
    yield* c.decide('盖章', { by: by.reviewer, basis: '样例办法', outcomes: { 已盖章: outcome() } });
    return c.close('确认同意');
  },
});

export const bothVersions: readonly AnyProcess[] = [minimumLiving, nextVersion];
