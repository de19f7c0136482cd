/** A document of a case as it is printed. */
import QRCode from 'qrcode';
import { dateOf } from '../engine/clock/time.ts';
import { project } from '../engine/ledger/projection.ts';
import { type CaseState, runOf } from '../engine/ledger/state.ts';
import { formatCaseNo } from './case-number.ts';
import { codeOf, documentNumber, organOf, verifyAt } from './documents.ts';
import type { AppContext } from './env.ts';
import type { Printed, Served } from './print.ts';
import { Problem } from './problem.ts';

/** How it reached whom it is for, as its 送达 was recorded; null where it has not been, or needs none. */
function servedAs(state: CaseState, document: string): Served | null {
  const served = runOf(state).trace.findLast(
    ({ act, lost }) => act.kind === 'serve' && act.name === `送达${document}` && !lost,
  );
  const { method, deliveredOn } = served?.decision.form ?? {};
  return typeof method === 'string' && typeof deliveredOn === 'string' ? { method, on: deliveredOn } : null;
}

/** `asked` is the address it is asked at. NOT_FOUND where the case holds no such document. */
export async function printedDocument(
  context: AppContext,
  state: CaseState,
  code: string,
  asked: string,
): Promise<Printed> {
  const { notices } = project(state);
  const notice = notices.find((one) => codeOf(context, state.caseNo, one) === code);
  if (!notice) throw new Problem('NOT_FOUND', { detail: '这件办件里没有这份文书。', caseNo: state.caseNo });
  const address = verifyAt(context, asked, code);
  return {
    number: documentNumber(formatCaseNo(context.county, state.process, state.caseNo), notice),
    organ: organOf(context, notice.text.authority ?? state.input.unit),
    date: dateOf(notice.at),
    text: notice.text,
    served: servedAs(state, notice.name),
    code,
    verifyAt: address,
    qr: await QRCode.toDataURL(address, { margin: 1 }),
  };
}
