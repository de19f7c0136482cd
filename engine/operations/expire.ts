/** 到期: nothing of its own; whatever has fallen due is settled before any command is judged. */
import type { Operation } from './operation.ts';

export const expire: Operation<'expire', never> = { decide: () => [], evolve: {} };
