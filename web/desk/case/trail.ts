/** 经过: each entry of the ledger as a sentence: who, what, why. */
import type { Actor } from '../../../contract/actor.ts';
import type { Json } from '../../../contract/rule.ts';
import type { CaseEvent } from '../../../engine/ledger/entry.ts';
import type { Amendment } from '../../../engine/operations/amend.ts';
import type { Ledger } from '../../shared/wire.ts';

type Line = Ledger['items'][number];
export type Sentence = {
  readonly seq: number;
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly why: string;
};

/** The name an act has within its branch: the last part of its key. */
const actName = (key: string): string => key.split('/').at(-1) ?? key;

function sayActor(actor: Actor, unitName: (id: string) => string): string {
  switch (actor.kind) {
    case 'officer': {
      const of = actor.onBehalfOf ? `（代${actor.onBehalfOf.name}）` : '';
      return `${unitName(actor.post.unit)} ${actor.name}${of}`;
    }
    case 'applicant':
      return '申请人';
    case 'system':
      return actor.name === 'case' ? '系统' : actor.name;
    case 'clock':
      return '到期';
  }
}

/** Money is kept in 分, under names that say so. */
function sayAmended(field: string, value: Json): string {
  if (value === null) return '（无）';
  if (typeof value === 'number' && field.endsWith('Fen')) return `${value / 100}元`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return String(value);
  if ('masked' in value) return String(value['masked']);
  return Object.entries(value)
    .map(([name, part]) => sayAmended(name, part))
    .join('、');
}

const sayAmendment = ({ field, label, from, to }: Amendment): string =>
  `${label}由“${sayAmended(field, from)}”改为“${sayAmended(field, to)}”`;

const modes = { redo: '其后的重新办理', direct: '办好后直接回到本环节' } as const;

function sayEvent(event: CaseEvent, unitName: (id: string) => string): readonly [what: string, why: string] {
  switch (event.type) {
    case 'opened':
      return ['登记办件', ''];
    case 'claimed':
      return [`认领“${actName(event.act)}”`, ''];
    case 'released':
      return [`放回“${actName(event.act)}”`, ''];
    case 'transferred':
      return [`将“${actName(event.act)}”转给${unitName(event.unit)}`, event.opinion];
    case 'decided':
      return [`${actName(event.act)}：${event.outcome}`, event.opinion];
    case 'answered':
      return [`${event.source}答复“${actName(event.act)}”${event.late ? '（迟到，已留存）' : ''}`, ''];
    case 'returned':
      return [`从“${actName(event.act)}”退回“${actName(event.target)}”，${modes[event.mode]}`, event.opinion];
    case 'takenBack':
      return [`拿回“${actName(event.act)}”`, event.opinion];
    case 'affirmed':
      return [`重新确认“${actName(event.act)}”`, event.opinion];
    case 'urged':
      return [`催办“${actName(event.act)}”`, event.opinion];
    case 'suspended':
      return [`中止计时：${event.reason}`, event.opinion];
    case 'resumed':
      return ['恢复计时', event.opinion];
    case 'extended':
      return [`延长“${actName(event.clock)}”：${event.reason}`, event.opinion];
    case 'ended':
      return [`${event.name}：${event.outcome}`, event.opinion];
    case 'supplemented':
      return [`登记情况：${event.fact}`, ''];
    case 'amended':
      return [`更正：${event.changes.map(sayAmendment).join('；')}`, event.opinion];
    case 'adopted':
      return ['采用新的日历或规则', ''];
    case 'moved':
      return ['改用新的办理流程', event.reason];
    case 'troubled':
      return [`${event.system}暂时没有应答，自动重试`, ''];
    case 'recovered':
      return [`${event.system}恢复应答`, ''];
    case 'lapsed':
      return [`“${actName(event.act)}”的认领人任职已满，退回岗位`, ''];
    case 'rejected':
      return [`${event.system}没有收下发送的内容`, event.reason];
    case 'resent':
      return [`更正后重新发送给${event.system}`, event.opinion];
    case 'forgone':
      return ['不再发送', event.opinion];
    case 'carded':
      return [`${event.name}“${event.actName}”`, event.demand];
    case 'cardAnswered':
      return [event.how === 'replied' ? '回复督办' : '对督办提出申诉', event.text];
    case 'cardRuled':
      return [event.revoked ? '撤销督办' : '维持督办', event.opinion];
  }
}

/** The newest first. */
export const sentences = (items: readonly Line[], unitName: (id: string) => string): readonly Sentence[] =>
  items
    .map(({ seq, at, actor, event }) => {
      const [what, why] = sayEvent(event as CaseEvent, unitName);
      return { seq, at, who: sayActor(actor as Actor, unitName), what, why };
    })
    .toReversed();
