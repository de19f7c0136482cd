/** The code on a document: names it, and shows that this system has issued it. It can be read aloud and typed. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type DocumentName = {
  readonly caseNo: string;
  /** Which of the case's documents. */
  readonly number: number;
};

/** Without letters and digits that are taken for one another. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 16;

function proofOf(key: string, text: string): string {
  const mac = createHmac('sha256', key).update(`document ${text}`).digest();
  return [...mac.subarray(0, length)].map((byte) => signs[byte % signs.length]).join('');
}

export function documentCode(key: string, { caseNo, number }: DocumentName): string {
  const text = `${caseNo}-${number}`;
  return `${text}-${proofOf(key, text)}`;
}

/** The document a code names; undefined if this system has not given the code out. */
export function documentOf(key: string, code: string): DocumentName | undefined {
  const parts = /^(([A-Z]{2}\d{9,14})-(\d{1,6}))-([2-9A-Z]{16})$/.exec(code);
  const [, text = '', caseNo = '', number, proof = ''] = parts ?? [];
  if (!parts || !timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(key, text)))) return undefined;
  return { caseNo, number: Number(number) };
}
