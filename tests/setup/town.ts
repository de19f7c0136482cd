/** Where a rule is played: the engine alone, in memory; with `YIMEN_TOWN=stack` the whole stack, as people meet it. */
import { afterEach } from 'vitest';
import { type MemoryTown, memoryTown } from './memory-town.ts';
import type { TestStack } from './test-stack.ts';

const stacks: TestStack[] = [];
afterEach(async () => {
  await Promise.all(stacks.splice(0).map((stack) => stack.close()));
});

export async function openTown(options: { readonly now?: string } = {}): Promise<MemoryTown> {
  if (process.env['YIMEN_TOWN'] !== 'stack') return await memoryTown(options);
  const { startTestStack } = await import('./test-stack.ts');
  const stack = await startTestStack(options);
  stacks.push(stack);
  return stack;
}
