/** Documents of a case: each with its number, its code and where the code is verified. */
import type { NoticeRow } from '../engine/ledger/projection.ts';
import { documentCode } from '../security/document-code.ts';
import type { AppContext } from './env.ts';

/** Which of what one ledger entry issued: by key, as the database sorts them. */
function nthOf({ key, seq }: NoticeRow, notices: readonly NoticeRow[]): number {
  const keys = notices.filter((other) => other.seq === seq).map((other) => other.key);
  return keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).indexOf(key) + 1;
}

export const codeOf = (
  { settings }: Pick<AppContext, 'settings'>,
  caseNo: string,
  notice: NoticeRow,
  notices: readonly NoticeRow[],
): string =>
  documentCode(settings.YIMEN_MATCHING_KEY, { caseNo, seq: notice.seq, nth: nthOf(notice, notices) });

/** What stands on the document: the case's number, then which of its documents. */
export const numberOf = (
  displayNo: string,
  { seq, nth }: { readonly seq: number; readonly nth: number },
): string => `${displayNo}-${seq}${nth > 1 ? `-${nth}` : ''}`;

/** Where people find this house: its public address, or the one it was asked at. */
export const publicAddress = ({ settings }: Pick<AppContext, 'settings'>, asked: string): string =>
  settings.YIMEN_PUBLIC_ADDRESS ?? new URL(asked).origin;

/** Where anybody verifies a code. */
export const verifyAt = (context: AppContext, asked: string, code: string): string =>
  `${publicAddress(context, asked)}/verify/${code}`;

/** In whose name it is issued. */
export const organOf = ({ county }: Pick<AppContext, 'county'>, unit: string): string =>
  county.units.find(({ id }) => id === unit)?.name ?? county.name;
