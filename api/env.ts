/** What every handler has at hand. */
import type { Logger } from 'pino';
import type { CountyClock } from '../contract/county-clock.ts';
import type { Settings } from '../contract/settings.ts';
import type { Sql } from '../db/connect.ts';
import type { IdentityVault } from '../db/identity-vault.ts';
import type { SignedIn } from '../db/people.ts';
import type { Courier } from '../delivery/deliver.ts';
import type { MaterialStore } from './materials.ts';
import type { Metrics } from './metrics.ts';

export type House = {
  readonly settings: Settings;
  readonly sql: Sql;
  readonly courier: Courier;
  readonly vault: IdentityVault;
  readonly materials: MaterialStore;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** County time now, epoch ms. */
  readonly now: () => number;
  readonly clock: () => CountyClock;
  /** Moves the county clock for everybody; refused in production. */
  readonly moveClock: (clock: CountyClock) => Promise<void>;
};

export type ApiEnv = {
  Variables: { house: House; log: Logger; requestId: string; me: SignedIn; sessionHash: string };
};
