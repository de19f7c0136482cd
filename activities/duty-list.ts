/** 职责裁定 entered in the duty list, and taken out again when the ruling no longer stands. */
import { z } from 'zod';
import type { Sql } from '../db/connect.ts';
import { duties, recordDuties, rulingSource, withdrawDuties } from '../db/duties.ts';
import type { Sender } from './outside/connectors.ts';

const ruling = z.union([
  z.strictObject({ item: z.string(), unit: z.string(), from: z.string(), basis: z.string() }),
  z.strictObject({ withdrawn: z.literal(true) }),
]);

export const dutySender =
  (sql: Sql): Sender =>
  async ({ caseNo, key, undoes, payload }) => {
    const said = ruling.parse(payload);
    const source = rulingSource(`${caseNo}/${undoes ?? key}`);
    if ('withdrawn' in said) await withdrawDuties(sql, source);
    else {
      const { item: code, unit, from, basis } = said;
      const known = (await duties(sql, from)).find((duty) => duty.code === code);
      const { kind = '配合履职', item = code } = known ?? {};
      await recordDuties(sql, [{ code, kind, item, unit, basis, from, to: null }], source);
    }
    return { id: source };
  };
