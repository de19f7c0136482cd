/** The documents that several matters of social organisations issue. */
import { addMonths, dateText, inWords, parseDate } from '../../engine/clock/time.ts';
import type { NoticeText } from '../../engine/process/said.ts';
import { yuan } from '../wording/money.ts';
import { licensing } from './basis.ts';
import type { Registered } from './subject.ts';

/** Of a certificate: the day before the same day of its last year. */
export const lastDay = (issuedOn: string, years: number): string =>
  dateText(addMonths(parseDate(issuedOn), 12 * years) - 1);

type Gap = { readonly item: string; readonly reason: string };

export const rejection = (what: string, reason: string, remedies: readonly string[]): NoticeText => ({
  title: '不予受理通知书',
  effect: 'adverse',
  paragraphs: [`${what}的申请不予受理（${licensing('第三十二条')}）。`, `理由：${reason}`],
  remedies,
});

export const supplement = (what: string, gaps: readonly Gap[]): NoticeText => ({
  title: '补正材料通知书',
  effect: 'informs',
  paragraphs: [
    `${what}的申请材料不齐全或者不符合法定形式，现将需要补正的全部内容一次告知（${licensing('第三十二条')}）：`,
    ...gaps.map(({ item, reason }, i) => `${i + 1}. ${item}：${reason}`),
  ],
});

/** `deemed`: nobody answered within the limit. */
export const acceptance = (what: string, limits: readonly string[], deemed: boolean): NoticeText => ({
  title: '受理通知书',
  effect: 'informs',
  paragraphs: [
    deemed
      ? `${what}的申请，逾期没有告知补正，自收到申请材料之日起即为受理（${licensing('第三十二条第一款第四项')}）。`
      : `${what}的申请材料齐全，予以受理。`,
    ...limits,
  ],
});

export const refusal = (
  what: string,
  title: string,
  basis: string,
  reasons: string,
  remedies: readonly string[],
): NoticeText => ({
  title,
  effect: 'adverse',
  paragraphs: [`${what}的申请不予准许（${basis}）。`, `理由：${reasons}`],
  remedies,
});

export const certificate = (
  of: Pick<
    Registered,
    'type' | 'name' | 'uscc' | 'residence' | 'legalRepresentative' | 'capitalFen' | 'scope' | 'area'
  >,
  issuedOn: string,
  years: number,
): NoticeText => ({
  title: of.type === '社会团体' ? '社会团体法人登记证书' : '民办非企业单位（法人）登记证书',
  effect: 'informs',
  paragraphs: [
    `名称：${of.name}`,
    `统一社会信用代码：${of.uscc}`,
    `住所：${of.residence}`,
    `法定代表人：${of.legalRepresentative}`,
    `注册资金：${yuan(of.capitalFen)}`,
    `业务范围：${of.scope.join('；')}`,
    ...(of.area ? [`活动地域：${of.area}`] : []),
    `发证日期：${inWords(issuedOn)}`,
    `有效期限：${inWords(issuedOn)}至${inWords(lastDay(issuedOn, years))}`,
  ],
});
