/** The documents of an award: what is raised, lowered or stopped, why, and how to have that reviewed (57 art. 32). */
import { inWords } from '../../engine/clock/time.ts';
import type { NoticeText } from '../../engine/process/said.ts';
import { d57 } from '../minimum-living/basis.ts';
import type { Issuer } from '../minimum-living/documents.ts';
import { yuan } from '../wording/money.ts';

export const raised = (
  { authority, contact }: Issuer,
  name: string,
  fen: number,
  from: string,
): NoticeText => ({
  title: '增发最低生活保障金告知书',
  effect: 'informs',
  paragraphs: [
    `${name}：自${inWords(from)}起，每月发放低保金${yuan(fen)}（${d57('第三十一条、第三十二条')}）。`,
  ],
  authority,
  contact,
});

export const lowered = (
  { authority, contact, appeal }: Issuer,
  name: string,
  fen: number,
  from: string,
  reasons: readonly string[],
): NoticeText => ({
  title: '减发最低生活保障金告知书',
  effect: 'adverse',
  paragraphs: [
    `${name}：自${inWords(from)}起，每月发放低保金减为${yuan(fen)}（${d57('第三十一条、第三十二条')}）。`,
    ...reasons.map((reason, i) => `理由${i + 1}：${reason}`),
  ],
  authority,
  contact,
  remedies: appeal('减发最低生活保障金告知书'),
});

export const stopped = (
  { authority, contact, appeal }: Issuer,
  name: string,
  from: string,
  reasons: readonly string[],
): NoticeText => ({
  title: '停发最低生活保障金告知书',
  effect: 'adverse',
  paragraphs: [
    `${name}：自${inWords(from)}起停止发放低保金（${d57('第三十一条、第三十二条')}）。`,
    ...reasons.map((reason, i) => `理由${i + 1}：${reason}`),
    '生活仍有困难的，可以申请低保边缘家庭、刚性支出困难家庭认定或者临时救助。',
  ],
  authority,
  contact,
  remedies: appeal('停发最低生活保障金告知书'),
});
