/** Why a day counts towards a limit or not, in words and by which clause. */
import type { Limit } from '../../contract/limit.ts';
import type { ExplainedDay } from '../../engine/clock/deadline.ts';

export type DayInWords = { readonly why: string; readonly basis: string };

export function dayInWords(limit: Limit, { reason, day, partly }: ExplainedDay): DayInWords {
  const name = day.named?.name ?? (day.working ? '工作日' : '周末');
  const standing = day.projected ? '（预计）' : day.unconfirmed ? '（待县里确认）' : '';
  switch (reason) {
    case 'start':
      return { why: '开始的当日不计入，自下一日开始计算', basis: '民法典第二百零一条' };
    case 'rolled':
      return {
        why: `期间最后一日遇${day.working ? '休息日' : name}，顺延${standing}`,
        basis: '民法典第二百零三条',
      };
    case 'rest':
      return { why: `${name}，不计入${standing}`, basis: day.named?.basis ?? plainWeek(day.projected) };
    case 'suspended':
      return { why: '期限暂停', basis: limit.basis };
    case 'counted':
      return { why: `${name}${standing}${partly ? '，其中部分时间暂停' : ''}`, basis: limit.basis };
  }
}

const plainWeek = (projected: boolean): string =>
  projected ? '该年度放假安排尚未公布，按周末和法定节日推算（预计）' : '国务院关于职工工作时间的规定';
