/** Materials to upload: small, and the same each time. */
import { createHash } from 'node:crypto';
import type { ApiClient } from '../client/client.ts';

/** The same small picture each time: a material's address by content. */
export const sampleFile = (what: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from(what)]));
export const sampleSha = (what: string): string =>
  createHash('sha256').update(sampleFile(what)).digest('hex');

/** What the sample forms name. */
const inHand = ['材料', '签字'];
const uploads = new WeakMap<ApiClient, Promise<void>>();

/** Uploads the sample materials, once for each client. */
export async function withMaterials(client: ApiClient): Promise<ApiClient> {
  const known = uploads.get(client);
  const uploading =
    known ??
    (async () => {
      for (const what of inHand) {
        const { status, body } = await client.upload(sampleFile(what));
        if (status !== 201) throw new Error(`样例材料没有上传：${JSON.stringify(body)}`);
      }
    })();
  uploads.set(client, uploading);
  await uploading.catch((error: unknown) => {
    uploads.delete(client);
    throw error;
  });
  return client;
}
