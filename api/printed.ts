/** A document of a case as it is printed. */
import QRCode from 'qrcode';
import { dateOf } from '../engine/clock/time.ts';
import { project } from '../engine/ledger/projection.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { documentOf } from '../security/document-code.ts';
import { formatCaseNo } from './case-number.ts';
import { codeOf, numberOf, organOf, verifyAt } from './documents.ts';
import type { AppContext } from './env.ts';
import type { Printed } from './print.ts';
import { Problem } from './problem.ts';

/** `asked` is the address it is asked at. NOT_FOUND where the case holds no such document. */
export async function printedDocument(
  context: AppContext,
  state: CaseState,
  code: string,
  asked: string,
): Promise<Printed> {
  const { notices } = project(state);
  const notice = notices.find((one) => codeOf(context, state.caseNo, one, notices) === code);
  const name = documentOf(context.settings.YIMEN_MATCHING_KEY, code);
  if (!notice || !name)
    throw new Problem('NOT_FOUND', { detail: '这件办件里没有这份文书。', caseNo: state.caseNo });
  const address = verifyAt(context, asked, code);
  return {
    number: numberOf(formatCaseNo(context.county, state.process, state.caseNo), name),
    organ: organOf(context, state.input.unit),
    date: dateOf(notice.at),
    text: notice.text,
    code,
    verifyAt: address,
    qr: await QRCode.toDataURL(address, { margin: 1 }),
  };
}
