/** Materials to upload: small, and the same each time. */
import { createHash } from 'node:crypto';

/** The same small picture each time: a material's address by content. */
export const sampleFile = (what: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from(what)]));
export const sampleSha = (what: string): string =>
  createHash('sha256').update(sampleFile(what)).digest('hex');
