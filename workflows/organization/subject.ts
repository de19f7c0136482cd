/** The organisation that a case is about, as the register said on the day the case was opened. */
import type { Process, Subject } from '../../engine/process/definition.ts';
import { organizations } from './registers.ts';
import type { OrganizationType } from './rules/uscc.ts';

export type Registered = {
  readonly uscc: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly residence: string;
  readonly purpose: string;
  readonly scope: readonly string[];
  readonly area: string | null;
  readonly capitalFen: number;
  readonly legalRepresentative: string;
  readonly legalRepresentativeId: string;
  /** Keyed hashes of its people's identity numbers: founders, officers, legal representative. */
  readonly people: readonly string[];
  /** Its officers besides whoever represents it, each as the officers' register writes them. */
  readonly officers: readonly string[];
  readonly supervisingUnit: string | null;
  readonly state: string;
};

/** What is registered, as whoever decides is shown it: nobody's digest. */
export const shown = ({
  people: _people,
  legalRepresentativeId: _digest,
  ...rest
}: Registered): Omit<Registered, 'people' | 'legalRepresentativeId'> => rest;

/** What a case about an organisation asks of it: to stand in the register, in one of these states. */
export const inState = (states: readonly string[], instead: string) =>
  ({
    register: organizations,
    subject: ({ uscc }: { readonly uscc: string }) => uscc,
    states,
    people: 'people',
    instead,
  }) satisfies NonNullable<Process['about']>;

export function registeredOf({ about }: { readonly about?: Subject }): Registered {
  if (!about) throw new Error('the case is about no organisation');
  // Rows of this register are written by registration and change alone, in this shape.
  return about.data as Registered;
}
