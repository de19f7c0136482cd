/** Who does what in 低保: the township of the case and the county's civil affairs bureau. */
import type { Office } from '../../contract/actor.ts';
import { bureau } from '../../contract/names.ts';

export const roles = {
  window: '受理',
  visitor: '调查',
  reviewer: '初审',
  head: '负责人',
  verifier: '核对',
  confirmer: '审核确认',
  inspector: '督查',
} as const;

export type Offices = {
  readonly window: Office;
  readonly visitor: Office;
  readonly reviewer: Office;
  readonly townshipHead: Office;
  readonly verifier: Office;
  readonly countyVisitor: Office;
  readonly confirmer: Office;
  readonly countyHead: Office;
  readonly inspector: Office;
};

export const officesOf = (township: string): Offices => ({
  window: { unit: township, role: roles.window },
  visitor: { unit: township, role: roles.visitor },
  reviewer: { unit: township, role: roles.reviewer },
  townshipHead: { unit: township, role: roles.head },
  verifier: { unit: bureau, role: roles.verifier },
  countyVisitor: { unit: bureau, role: roles.visitor },
  confirmer: { unit: bureau, role: roles.confirmer },
  countyHead: { unit: bureau, role: roles.head },
  inspector: { unit: bureau, role: roles.inspector },
});
