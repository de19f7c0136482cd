/** Materials: streamed to a store, addressed by SHA-256, never through Temporal. A folder here, a bucket in production. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import type { Settings } from '../contract/settings.ts';
import type { MaterialStore, Stored } from './env.ts';
import { Problem } from './problem.ts';

const maxBytes = 20 * 1024 * 1024;

/** By its first bytes, whatever name or type was claimed. */
function kindOf(start: Buffer): string | undefined {
  if (start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (start.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return undefined;
}

/** Streams into a temporary file while hashing; the caller moves it to where it belongs. */
async function receive(
  body: ReadableStream<Uint8Array>,
  folder: string,
): Promise<Stored & { readonly path: string }> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `incoming-${randomUUID()}`);
  const hash = createHash('sha256');
  let bytes = 0;
  let start = Buffer.alloc(0);
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (start.length < 16) start = Buffer.concat([start, chunk]).subarray(0, 16);
      hash.update(chunk);
      done(bytes > maxBytes ? new Problem('FILE_TOO_LARGE') : null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(body as never), watch, createWriteStream(path));
    if (bytes === 0) throw new Problem('FILE_EMPTY');
    const mediaType = kindOf(start);
    if (!mediaType) throw new Problem('FILE_TYPE_REFUSED');
    return { sha256: hash.digest('hex'), bytes, mediaType, path };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

export function folderStore(folder: string): MaterialStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(body) {
      const { path, ...stored } = await receive(body, folder);
      await mkdir(join(folder, stored.sha256.slice(0, 2)), { recursive: true });
      await rename(path, pathOf(stored.sha256));
      return stored;
    },
    async get(sha256) {
      const found = await stat(pathOf(sha256)).catch(() => undefined);
      return found
        ? (Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>)
        : undefined;
    },
  };
}

/** Any S3-compatible service; `url` is the bucket's. */
export function bucketStore(
  url: string,
  accessKeyId: string,
  secretAccessKey: string,
  spool: string,
): MaterialStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3' });
  return {
    async put(body) {
      const { path, ...stored } = await receive(body, spool);
      try {
        const answer = await client.fetch(`${url}/${stored.sha256}`, {
          method: 'PUT',
          body: Readable.toWeb(createReadStream(path)) as never,
          headers: {
            'content-length': String(stored.bytes),
            'content-type': stored.mediaType,
            'x-amz-content-sha256': stored.sha256,
          },
          duplex: 'half',
        } as RequestInit);
        if (!answer.ok) throw new Problem('NOT_READY', { headers: { 'retry-after': '5' } });
        return stored;
      } finally {
        await rm(path, { force: true });
      }
    },
    async get(sha256) {
      const answer = await client.fetch(`${url}/${sha256}`);
      return answer.ok && answer.body ? answer.body : undefined;
    },
  };
}

export function materialStore(settings: Settings): MaterialStore {
  const { YIMEN_MATERIALS: where, YIMEN_S3_KEY_ID: id, YIMEN_S3_SECRET: secret } = settings;
  return /^https?:/.test(where) && id && secret
    ? bucketStore(where, id, secret, '.local/spool')
    : folderStore(where);
}
