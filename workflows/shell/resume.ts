/** How a run of a case comes by its state: from its first entry, or from what has been recorded. */
import type { Entry } from '../../engine/ledger/entry.ts';
import { fold } from '../../engine/ledger/fold.ts';
import { restored, type Snapshot } from '../../engine/ledger/snapshot.ts';
import type { CaseState } from '../../engine/ledger/state.ts';
import type { AnyProcess } from '../../engine/process/definition.ts';
import { patiently } from './activities.ts';
import type { Recorded } from './messages.ts';
import { inShared, withSharedTables } from './shared-tables.ts';

async function snapshot(of: Recorded): Promise<Snapshot> {
  let text = '';
  for (let part = 0, parts = 1; part < parts; part++) {
    const got = await patiently.state.executeWithOptions({ summary: `读取办件 ${part + 1}/${parts}` }, [
      { ...of, part },
    ]);
    text += got.text;
    parts = got.parts;
  }
  return JSON.parse(text) as Snapshot;
}

export const begun = (versions: readonly AnyProcess[], ledger: readonly Entry[]): CaseState =>
  fold(versions, withSharedTables(ledger));

export const resumed = async (versions: readonly AnyProcess[], recorded: Recorded): Promise<CaseState> =>
  restored(versions, inShared(await snapshot(recorded)));
