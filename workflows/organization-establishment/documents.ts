/** The documents of registration. Adverse ones carry reasons and the rights of 复议 and 诉讼. */
import type { NoticeText } from '../../engine/process/said.ts';
import { licensing } from '../organization/basis.ts';
import type { Applied } from './terms.ts';

export const nameRefusal = (
  name: string,
  reasons: readonly string[],
  remedies: readonly string[],
): NoticeText => ({
  title: '名称核查意见',
  effect: 'adverse',
  paragraphs: [`“${name}”不能作为社会组织名称登记：`, ...reasons, '可以另拟名称后重新申请。'],
  remedies,
});

export const supervisingRefusal = (
  name: string,
  reason: string,
  remedies: readonly string[],
): NoticeText => ({
  title: '业务主管单位审查意见',
  effect: 'adverse',
  paragraphs: [`“${name}”未获业务主管单位同意。`, `理由：${reason}`],
  remedies,
});

export const hearing = (name: string, how: string): NoticeText => ({
  title: `${how}告知书`,
  effect: 'informs',
  paragraphs: [
    `办理“${name}”的成立登记，需要进行${how}。`,
    `${how}所需时间不计算在办理期限内（${licensing('第四十五条')}）。`,
  ],
});

export const proposed = (
  { name, type, purpose, residence, legalRepresentative }: Applied,
  days: number,
): NoticeText => ({
  title: `${type}拟登记公示`,
  effect: 'informs',
  paragraphs: [
    `名称：${name}`,
    `宗旨：${purpose}`,
    `住所：${residence}`,
    `拟任法定代表人：${legalRepresentative.name}`,
    `公示期${days}天。有异议的，请在公示期内向登记管理机关提出。`,
  ],
});

export const granted = ({ name, type }: Applied, code: string, basis: string): NoticeText => ({
  title: '准予成立登记决定书',
  effect: 'informs',
  paragraphs: [
    `准予“${name}”登记为${type}（${basis}）。`,
    `统一社会信用代码：${code}。`,
    '请填报社会组织党员情况调查表，填报后领取登记证书。',
  ],
});

export const refused = (
  { name }: Applied,
  grounds: readonly string[],
  reasons: string,
  basis: string,
  remedies: readonly string[],
): NoticeText => ({
  title: '不予成立登记决定书',
  effect: 'adverse',
  paragraphs: [
    `“${name}”不予登记（${basis}）。`,
    ...grounds.map((ground) => `情形：${ground}`),
    `理由：${reasons}`,
  ],
  remedies,
});

export const partyHandover = (name: string, formal: number, structure: string): NoticeText => ({
  title: '党建工作移交单',
  effect: 'informs',
  paragraphs: [
    `“${name}”有正式党员${formal}名，应当${structure}。`,
    '附：社会组织党建工作承诺书、社会组织党员情况调查表。',
  ],
});

export const announcement = (of: Applied, code: string): NoticeText => ({
  title: `${of.type}成立公告`,
  effect: 'informs',
  paragraphs: [
    `名称：${of.name}`,
    `统一社会信用代码：${code}`,
    `住所：${of.residence}`,
    `法定代表人：${of.legalRepresentative.name}`,
    `业务范围：${of.scope.join('；')}`,
  ],
});
