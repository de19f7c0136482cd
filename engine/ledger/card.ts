/** A card of 督办, as it is issued and what became of it. */
import type { Office } from '../../contract/actor.ts';
import type { Limit } from '../../contract/limit.ts';
import type { Held } from '../clock/responsibility-span.ts';
import type { Moment } from '../process/act.ts';

/** What a card says when it is issued. */
export type CardText = {
  readonly name: string;
  readonly act: string;
  readonly actName: string;
  readonly round: number;
  /** Who has held the act longest, and for how many minutes of its own measure. */
  readonly burned: Held;
  /** Who must answer, if anybody must. */
  readonly to: Office;
  readonly due?: number;
  readonly demand: string;
  readonly reply?: Limit;
};
export type Card = Moment &
  CardText & {
    readonly answer?: Moment & { readonly how: 'replied' | 'appealed'; readonly text: string };
    readonly ruling?: Moment & { readonly revoked: boolean; readonly opinion: string };
  };
