/** 县里确认: which row of local configuration a confirmation is of. A row that says something else is another row. */
import { createHash } from 'node:crypto';
import { canonical } from '../contract/hash.ts';
import type { RuleRow } from '../contract/rule.ts';
import type { SignOff } from '../db/tables.ts';

export const rowHash = ({ value, from, to, basis }: RuleRow): string =>
  createHash('sha256')
    .update(canonical([value, from, to ?? null, basis]))
    .digest('base64url');

export const isOf = (signed: SignOff, rule: string, row: RuleRow): boolean =>
  signed.rule === rule && signed.rowHash === rowHash(row);
