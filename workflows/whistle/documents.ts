/** What a whistle issues: texts for the file and the public. */
import { inWords } from '../../engine/clock/time.ts';
import type { NoticeText } from '../../engine/process/said.ts';
import type { Ineligibility } from './types.ts';

export const notBlownNotice = (title: string, { code, title: why, guidance }: Ineligibility): NoticeText => ({
  title: '不予吹哨通知',
  effect: 'informs',
  paragraphs: [`“${title}”：${code} ${why}。`, guidance],
});

export const misuseRecord = (title: string, why: string): NoticeText => ({
  title: '应急吹哨误用登记',
  effect: 'informs',
  paragraphs: [`“${title}”按应急哨先行吹响，乡镇主要负责人${why}。`],
});

export const extensionNotice = (reason: string, amount: number): NoticeText => ({
  title: '延期告知',
  effect: 'informs',
  paragraphs: [`本哨因${reason}，办理期限延长至${amount}个工作日。`],
});

/** The date it stands still from is the notice's own. */
export const suspensionNotice = (title: string, reason: string, reviewOn: string): NoticeText => ({
  title: '挂起公示',
  effect: 'informs',
  paragraphs: [`“${title}”因${reason}，自即日起停计办理时限，${inWords(reviewOn)}复核。`],
});

export const rulingRecord = (from: string, to: string, item: string): NoticeText => ({
  title: '职责裁定',
  effect: 'informs',
  paragraphs: [`“${item}”由${from}改由${to}负责，自即日起照此派单。`],
});

export const sourceAnswer = (
  title: string,
  kind: string,
  reference: string | undefined,
  how: string,
): NoticeText => ({
  title: '答复哨源',
  effect: 'informs',
  paragraphs: [`${kind}${reference ? `（${reference}）` : ''}：“${title}”${how}。`],
});

export const supervisionLetter = (documentNo: string, demand: string): NoticeText => ({
  title: '督办函',
  effect: 'informs',
  paragraphs: [documentNo, demand],
});
