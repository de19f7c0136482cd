/** Builds the context from its settings: connections, clock, stores. One place for the API and for tests. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { LRUCache } from 'lru-cache';
import { pino } from 'pino';
import type { County } from '../contract/county.ts';
import { type CountyClock, countyTime } from '../contract/county-clock.ts';
import { clockUpdate, workflowIdOf } from '../contract/names.ts';
import type { Settings } from '../contract/settings.ts';
import { isAsleep } from '../db/asleep.ts';
import { writeCountyClock } from '../db/county-clock.ts';
import { liveCases } from '../db/tables.ts';
import { openDispatcher } from '../delivery/dispatcher.ts';
import { hasClosed } from '../delivery/ended.ts';
import { inLanes } from '../delivery/sweep.ts';
import { within } from '../delivery/temporal.ts';
import { identityVault } from '../security/identity-vault.ts';
import { followChanges } from './changes.ts';
import type { AppContext, LoadedCase } from './env.ts';
import { materialStore } from './materials.ts';
import { createMetrics } from './metrics.ts';
import { Problem } from './problem.ts';
import { Seldom } from './seldom.ts';
import { turns } from './turns.ts';

export type OpenAppContext = { readonly context: AppContext; readonly close: () => Promise<void> };

export async function openAppContext(settings: Settings, filed: County): Promise<OpenAppContext> {
  const log = pino({ level: settings.YIMEN_LOG, base: { room: 'api' } });
  const { dispatcher, followClock, followUnits, close } = await openDispatcher(
    settings,
    filed,
    'yimen-api',
    16,
  );
  const { sql, client, clock, county } = dispatcher;

  /** Tells every live case, a few at a time; one that has heard of this clock does not hear of it again. */
  async function moveClock(moved: CountyClock): Promise<void> {
    await writeCountyClock(sql, moved);
    await followClock();
    const untold: string[] = [];
    const updateId = `clock/${moved.wall0}/${moved.county0}/${moved.speed}`;
    for (let after = ''; ; ) {
      const cases = await liveCases(sql, after, 200);
      await inLanes(cases, 8, async (named) => {
        const handle = client.workflow.getHandle(
          workflowIdOf(settings.YIMEN_WORKFLOW_PREFIX, named.matter, named.caseNo),
        );
        await within(client, settings.YIMEN_COMMAND_PATIENCE_MS, () =>
          handle.executeUpdate(clockUpdate, { args: [moved], updateId }),
        ).catch(async (error: unknown) => {
          const { caseNo } = named;
          if (
            error instanceof WorkflowNotFoundError &&
            ((await isAsleep(sql, caseNo)) || (await hasClosed(sql, caseNo)))
          )
            return;
          // One that is not told would wait by the old clock for ever.
          log.warn({ caseNo, err: { message: (error as Error).message } }, 'case not told of the clock');
          untold.push(caseNo);
        });
      });
      const last = cases.at(-1);
      if (!last) break;
      after = last.caseNo;
    }
    if (untold.length > 0)
      throw new Problem('NOT_READY', {
        detail: `县时钟已经拨动，但${untold.length}件办件还没有得到通知。请稍候以 {} 再拨一次。`,
        headers: { 'retry-after': '3' },
      });
  }

  const now = (): number => countyTime(clock(), Date.now());
  const cases = new LRUCache<string, LoadedCase>({ max: 500 });
  const context: AppContext = {
    changes: await followChanges({ sql, county, now }),
    cases,
    taken: new LRUCache({ max: 500 }),
    admitted: new LRUCache({ max: 2_000 }),
    supervised: new Seldom(),
    assessed: new Seldom(),
    settings,
    county,
    sql,
    dispatcher,
    inTurn: turns(settings.YIMEN_DELIVERIES, settings.YIMEN_COMMAND_PATIENCE_MS),
    vault: identityVault(settings.YIMEN_IDENTITY_KEYS, settings.YIMEN_MATCHING_KEY),
    materials: materialStore(settings),
    metrics: createMetrics(),
    log,
    clock,
    now,
    moveClock,
    followUnits,
  };
  return { context, close };
}
