/** Whoever no longer holds a post in a unit has nothing of it in hand: what they left behind goes back to its desk. */
import type { SystemCommand } from '../contract/command.ts';
import { countyTime } from '../contract/county-clock.ts';
import { leftBehind } from '../db/acts.ts';
import { journalBackground } from '../db/commands.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { Dispatcher } from './dispatch.ts';

const atOnce = 500;

/** Journals a command for each act left behind; the redelivery carries them. Returns how many there were. */
export async function releaseLeavers({ sql, clock }: Dispatcher): Promise<number> {
  const wall = Date.now();
  const at = countyTime(clock(), wall);
  const left = await leftBehind(sql, dateOf(at), atOnce);
  for (const { caseNo, matter, key: act, person, seq } of left) {
    const body: SystemCommand = { type: 'lapse', act, person };
    const id = `lapse/${caseNo}/${act}/${seq}`;
    await journalBackground(
      sql,
      { matter, caseNo },
      {
        id,
        hash: id,
        at,
        wall,
        actor: { kind: 'system', name: '任职到期' },
        body,
      },
    );
  }
  return left.length;
}
