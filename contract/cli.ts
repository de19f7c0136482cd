/** What commands run by hand share: where the local stack runs, and one line for what went wrong. */
import { existsSync, readFileSync } from 'node:fs';

/** `npm start` leaves the running stack's settings here. */
export const runningFile = '.local/running.json';

/** The environment; without a database in it, that of the local stack. */
export function environment(): Readonly<Record<string, string | undefined>> {
  if (process.env['DATABASE_URL'] || !existsSync(runningFile)) return process.env;
  return { ...process.env, ...(JSON.parse(readFileSync(runningFile, 'utf8')) as Record<string, string>) };
}

export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
  // What is still being tried for, like a connection that does not come, does not keep the command.
  setTimeout(() => process.exit(), 1_000).unref();
}
