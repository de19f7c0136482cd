/** A case asks a register what stands in it, and what is applied for, that is like a name. */
import { z } from 'zod';
import { countyTime } from '../contract/county-clock.ts';
import type { Json } from '../contract/rule.ts';
import { head } from '../db/cases.ts';
import { claimedIn } from '../db/claims.ts';
import { subjectsIn } from '../db/registers.ts';
import { dateOf } from '../engine/clock/time.ts';
import type { Dispatcher } from './dispatch.ts';
import { answerCase, hashOf } from './linked.ts';
import { lookAlikes } from './look-alikes.ts';

const asked = z.object({
  register: z.string(),
  name: z.string(),
  common: z.object({ prefix: z.string(), suffixes: z.array(z.string()) }),
});

/** Answers the case once by its key. */
export async function answerAlike(
  dispatcher: Dispatcher,
  of: {
    readonly key: string;
    readonly caseNo: string;
    readonly act: string;
    readonly round: number;
    readonly question: Json;
  },
): Promise<void> {
  const { sql, clock } = dispatcher;
  const { key, caseNo, act, round } = of;
  const { register, name, common } = asked.parse(of.question);
  const today = dateOf(countyTime(clock(), Date.now()));
  const [standing, claimed, asking] = await Promise.all([
    subjectsIn(sql, register, today),
    claimedIn(sql, register, caseNo),
    head(sql, caseNo),
  ]);
  if (!asking) throw new Error(`case ${caseNo} is not recorded yet`);
  const to = { matter: asking.matter, caseNo, act, round };
  const alike = lookAlikes(name, [...standing, ...claimed], common);
  await answerCase(dispatcher, `alike-${hashOf(key)}`, to, { [register]: { alike } });
}
