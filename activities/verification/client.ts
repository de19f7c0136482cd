/** 核对中心: asked about the people of an application; it answers source by source at the callback. */
import type { Json } from '../../contract/rule.ts';
import type { Sql } from '../../db/connect.ts';
import { readLedger } from '../../db/ledger.ts';
import { peopleIn } from '../../engine/forms/identities.ts';
import type { IdentityVault } from '../../security/identity-vault.ts';
import type { Asker } from '../case-activities.ts';
import { type OutsideSystem, receipt } from '../outside/connection.ts';

export function verificationAsker(system: OutsideSystem, sql: Sql, vault: IdentityVault): Asker {
  /** The people of the application, their numbers in plain: they leave Yimen to the verification centre alone. */
  async function peopleOf(caseNo: string): Promise<readonly { name: string; identity: string }[]> {
    const [opening] = await readLedger(sql, caseNo);
    if (opening?.event.type !== 'opened') throw new Error(`case ${caseNo} has no ledger yet`);
    // A form as filled in is plain JSON, whatever its fields.
    const people = peopleIn(opening.event.input.form as Json);
    return people.map(({ name, identity }) => ({ name, identity: vault.unseal(identity) }));
  }

  return async ({ key, caseNo, act, round, sources, question }) => {
    const people = await peopleOf(caseNo);
    await system({
      path: '/requests',
      key,
      answer: receipt,
      body: { caseNo, act, round, sources, question, people },
    });
  };
}
