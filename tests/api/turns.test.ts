/** 按先后送往 Temporal：同时几件，其余等；等得太久的先答“待送达”，轮到时不再送。 */
import { expect, test } from 'vitest';
import { turns } from '../../api/turns.ts';
import type { Dispatched } from '../../delivery/dispatch.ts';

const accepted = (seq: number): Dispatched => ({ kind: 'accepted', seq, entries: [] });

test('同时只送几件，先来的先送', async () => {
  const inTurn = turns(2, 60_000);
  const begun: number[] = [];
  const release: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    inTurn(async () => {
      begun.push(n);
      await new Promise<void>((done) => release.push(done));
      return accepted(n);
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  release[1]?.();
  expect(await all[1]).toMatchObject({ seq: 1 });
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  for (let n = 0; n < 4; n++) {
    for (const done of release) done();
    await new Promise(setImmediate);
  }
  expect((await Promise.all(all)).map((told) => told.kind)).toEqual(Array(4).fill('accepted'));
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('等得太久的先答待送达，轮到时不再送', async () => {
  const inTurn = turns(1, 20);
  let release = (): void => {};
  const first = inTurn(async () => {
    await new Promise<void>((done) => {
      release = done;
    });
    return accepted(1);
  });
  let delivered = false;
  const second = await inTurn(async () => {
    delivered = true;
    return accepted(2);
  });
  expect(second).toEqual({ kind: 'waiting' });
  release();
  expect(await first).toMatchObject({ seq: 1 });
  await new Promise(setImmediate);
  expect(delivered).toBe(false);
});
