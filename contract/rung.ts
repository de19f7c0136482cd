/** 督办阶梯: the rungs by which somebody who is late is told so. */
import type { LimitUnit } from './limit.ts';

type Amount = { readonly amount: number; readonly unit: LimitUnit };

export type Rung = {
  /** The document's name: 黄牌, 红牌, 督办函. */
  readonly name: string;
  /** When four fifths of the limit have passed; or when it is over, or, with `after`, so long after that. */
  readonly when: 'risk' | 'due';
  readonly after: Amount | null;
  /** Whoever has held the act longest, the head of that unit, or an office of the matter by its name. */
  readonly to: string;
  /** How long there is to answer; null if nobody has to. */
  readonly reply: Amount | null;
  readonly demand: string;
};
