/** What Temporal is given: read back as it was, small, and nothing anybody could read there. */
import { randomBytes } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCounty } from '../../county/load.ts';
import { dataConverter } from '../../delivery/temporal.ts';
import { SealingCodec } from '../../security/payload-codec.ts';

const keys = [{ id: 'k1', key: randomBytes(32) }];
const { payloadCodecs = [] } = dataConverter(keys);
const encoded = async (payload: Payload): Promise<Payload> => {
  let now = [payload];
  for (const codec of payloadCodecs) now = await codec.encode(now);
  return now[0] as Payload;
};
const decoded = async (payload: Payload): Promise<Payload> => {
  let now = [payload];
  for (const codec of payloadCodecs.toReversed()) now = await codec.decode(now);
  return now[0] as Payload;
};
const json = (data: Uint8Array): Payload => ({
  metadata: { encoding: new TextEncoder().encode('json/plain') },
  data,
});
const bytesOf = ({ data }: Payload): string => Buffer.from(data ?? []).toString('hex');

test('任何载荷送出再读回，一字不差', async () => {
  const sizes = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.uint8Array({ minLength: 900, maxLength: 3_000 }),
  );
  await fc.assert(
    fc.asyncProperty(sizes, async (data) => {
      const back = await decoded(await encoded(json(data)));
      expect(bytesOf(back)).toBe(Buffer.from(data).toString('hex'));
      expect(Buffer.from(back.metadata?.['encoding'] ?? []).toString()).toBe('json/plain');
    }),
  );
});

test('一个县的规则送出时不到原来的三分之一，里面没有一个字读得出', async () => {
  const { rules } = await loadCounty('pingluo');
  const text = JSON.stringify([...rules.values()].slice(0, 60));
  const sealed = await encoded(json(Buffer.from(text)));
  expect(sealed.data?.length).toBeLessThan(Buffer.byteLength(text) / 3);
  expect(Buffer.from(sealed.data ?? []).includes('version')).toBe(false);
});

test('以前没有压缩的载荷照常读得出', async () => {
  const data = Buffer.from('x'.repeat(5_000));
  const [old] = await new SealingCodec(keys).encode([json(data)]);
  expect(bytesOf(await decoded(old as Payload))).toBe(data.toString('hex'));
});
