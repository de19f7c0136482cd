/** Documents of a case: each with its number, its code and where the code is verified. */
import type { NoticeRow } from '../engine/ledger/projection.ts';
import { documentCode } from '../security/document-code.ts';
import type { AppContext } from './env.ts';

export const codeOf = (
  { settings }: Pick<AppContext, 'settings'>,
  caseNo: string,
  { number }: Pick<NoticeRow, 'number'>,
): string => documentCode(settings.YIMEN_MATCHING_KEY, { caseNo, number });

/** What stands on the document: the case's number, then which of its documents. */
export const documentNumber = (displayNo: string, { number }: Pick<NoticeRow, 'number'>): string =>
  `${displayNo}-${number}`;

/** Where people find this system: its public address, or the one it was asked at. */
export const publicAddress = ({ settings }: Pick<AppContext, 'settings'>, asked: string): string =>
  settings.YIMEN_PUBLIC_ADDRESS ?? new URL(asked).origin;

/** Where anybody verifies a code. */
export const verifyAt = (context: AppContext, asked: string, code: string): string =>
  `${publicAddress(context, asked)}/verify/${code}`;

/** In whose name it is issued. */
export const organOf = ({ county }: Pick<AppContext, 'county'>, unit: string): string =>
  county.units.find(({ id }) => id === unit)?.name ?? county.name;
