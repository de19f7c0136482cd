/** 核对中心: asked about the people a question names; it answers source by source at the callback. */
import { peopleIn } from '../../engine/forms/identities.ts';
import type { IdentityVault } from '../../security/identity-vault.ts';
import { type OutsideSystem, receipt } from '../outside/connection.ts';
import type { Asker } from '../outside/connectors.ts';

/** Their numbers in plain leave Yimen to the verification centre alone. */
export function verificationAsker(system: OutsideSystem, vault: IdentityVault): Asker {
  return async ({ key, caseNo, act, round, sources, question: { people, ...question } }) => {
    const asked = peopleIn(people).map(({ name, identity }) => ({ name, identity: vault.unseal(identity) }));
    await system({
      path: '/requests',
      key,
      answer: receipt,
      body: { caseNo, act, round, sources, question, people: asked },
    });
  };
}
