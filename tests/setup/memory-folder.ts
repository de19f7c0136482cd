/** Where a test run keeps its databases: in memory, where the machine has room for them. */
import { access, constants, readdir, rm, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../stack/processes.ts';
import { scratchFolder } from '../../stack/scratch.ts';

const inMemory = '/dev/shm';
/** Several times what a run has at once; bytes. */
const room = 4 * 1_024 ** 3;

async function hasRoom(): Promise<boolean> {
  try {
    await access(inMemory, constants.W_OK);
    const { bavail, bsize } = await statfs(inMemory);
    return bavail * bsize >= room && freemem() >= 2 * room;
  } catch {
    return false;
  }
}

/** What a run that was killed has left behind would stay until the machine is started anew. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(inMemory)) {
    const pid = /^yimen-[a-z]+-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(inMemory, name), { recursive: true, force: true });
  }
}

/**
 * An empty folder, gone with the machine at the latest. Making a database for a file of tests writes twenty megabytes,
 * which on some disks costs ten times the processor time that it does in memory.
 */
export async function memoryFolder(name: string): Promise<string> {
  if (!(await hasRoom())) return await scratchFolder(name);
  await removeLeftovers();
  return await scratchFolder(`yimen-${name}-${process.pid}`, inMemory);
}
