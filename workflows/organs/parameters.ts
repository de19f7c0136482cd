/** What every matter of a county says of its organs by typed name; the dated rows are the county's. */
import { ruleNames } from '../../engine/process/rules.ts';

export type Remedies = {
  readonly reconsideration: {
    /** 行政复议机关 and the body that takes applications in for it. */
    readonly organ: string;
    readonly office: string;
    readonly address: string;
    readonly phone: string;
    readonly days: number;
  };
  readonly litigation: { readonly court: string; readonly address: string; readonly months: number };
};

export type Contacts = {
  readonly hotline: string;
  readonly hours: string;
  /** By the id of a unit. */
  readonly units: readonly {
    readonly unit: string;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
  }[];
};

const rule = ruleNames('organs');

export const remedies = rule<Remedies>('remedies');
export const contacts = rule<Contacts>('contacts');
