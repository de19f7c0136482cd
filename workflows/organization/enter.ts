/** What is registered of an organisation goes into the registers: the public one, and that of its officers. */
import type { SealedIdentity } from '../../contract/form.ts';
import type { CaseInput, Context } from '../../engine/process/definition.ts';
import { officers, organizations } from './registers.ts';
import type { Registered } from './subject.ts';

/** Somebody in an office: the same mark is the same person, and tells nothing else of them. */
const inOffice = (post: string, name: string, hash: string): string =>
  `${post} ${name}〔${hash.slice(0, 6)}〕`;

type Officer = { readonly post: string; readonly name: string; readonly identity: SealedIdentity };

export const officersOf = (all: readonly Officer[]): readonly string[] =>
  all.map(({ post, name, identity }) => inOffice(post, name, identity.hash));

export function enter(
  c: Pick<Context<CaseInput>, 'record' | 'today'>,
  registered: Registered,
  from = c.today(),
): void {
  const { uscc, name, residence, state, legalRepresentative, legalRepresentativeId } = registered;
  c.record(organizations, { subject: uscc, from, data: registered });
  const represents = inOffice('法定代表人', legalRepresentative, legalRepresentativeId);
  c.record(officers, {
    subject: uscc,
    from,
    data: { uscc, name, residence, state, officers: [represents, ...registered.officers].join('；') },
  });
}
