/**
 * Applies the numbered SQL files in order, each once, then the functions of read-model.sql if it has changed. All
 * in one transaction; safe to run from several processes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from './connect.ts';

const readModel = new URL('./read-model.sql', import.meta.url);
const folder = new URL('./migrations/', import.meta.url);
const lockId = 7_146_001;

export async function migrate(sql: Sql): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockId})`;
    await tx`create table if not exists migration (file text primary key, applied_at timestamptz not null default now())`;
    const applied = new Set(
      (await tx<{ file: string }[]>`select file from migration`).map(({ file }) => file),
    );
    const fresh = files.filter((file) => !applied.has(file));
    for (const file of fresh) {
      await tx.unsafe(await readFile(new URL(file, folder), 'utf8'));
      await tx`insert into migration (file) values (${file})`;
    }
    const text = await readFile(readModel, 'utf8');
    const name = `read-model.sql ${createHash('sha256').update(text).digest('hex')}`;
    if (!applied.has(name)) {
      await tx.unsafe(text);
      await tx`delete from migration where file like 'read-model.sql %'`;
      await tx`insert into migration (file) values (${name})`;
    }
    return fresh;
  });
}
