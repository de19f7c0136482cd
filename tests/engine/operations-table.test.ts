/** docs/operations.md says what every operation comes to, and this is what it comes to. `YIMEN_WRITE_DOCS=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asMarkdown, table } from './operations-table.ts';

const file = new URL('../../docs/operations.md', import.meta.url);

test('每一种操作在每一种位置和状态上的结果，与 docs/operations.md 所写一致', () => {
  const now = asMarkdown(table());
  if (process.env['YIMEN_WRITE_DOCS']) writeFileSync(file, now);
  expect(now.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
});
