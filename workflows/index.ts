/** Every process of the county, with all versions that still have cases. Adding a matter adds one line here. */
import type { AnyProcess } from '../engine/process/definition.ts';
import type { RegisterKind } from '../engine/process/said.ts';
import { jointEnforcement } from './joint-enforcement/matter.ts';
import { minimumLiving } from './minimum-living/matter.ts';
import { minimumLivingAward } from './minimum-living-award/matter.ts';
import { organization } from './organization/matter.ts';
import { organizationAnnualInspection } from './organization-annual-inspection/matter.ts';
import { organizationCertificate } from './organization-certificate/matter.ts';
import { organizationChange } from './organization-change/matter.ts';
import { organizationCharter } from './organization-charter/matter.ts';
import { organizationDeregistration } from './organization-deregistration/matter.ts';
import { organizationEstablishment } from './organization-establishment/matter.ts';
import { organizationEvent } from './organization-event/matter.ts';
import { organizationListing } from './organization-listing/matter.ts';
import { organizationRevocation } from './organization-revocation/matter.ts';
import { whistle } from './whistle/matter.ts';

export const processes: Readonly<Record<string, readonly AnyProcess[]>> = {
  'minimum-living': [minimumLiving],
  'minimum-living-award': [minimumLivingAward],
  whistle: [whistle],
  'joint-enforcement': [jointEnforcement],
  organization: [organization],
  'organization-establishment': [organizationEstablishment],
  'organization-certificate': [organizationCertificate],
  'organization-change': [organizationChange],
  'organization-deregistration': [organizationDeregistration],
  'organization-annual-inspection': [organizationAnnualInspection],
  'organization-listing': [organizationListing],
  'organization-event': [organizationEvent],
  'organization-charter': [organizationCharter],
  'organization-revocation': [organizationRevocation],
};

/** Every version of a matter's process that still has cases. Throws for a matter nobody knows. */
export function versionsOf(code: string): readonly AnyProcess[] {
  const versions = Object.hasOwn(processes, code) ? processes[code] : undefined;
  if (!versions) throw new Error(`no process ${code}`);
  return versions;
}

/** The version new cases are accepted under. */
export const currentProcess = (code: string): AnyProcess | undefined =>
  Object.hasOwn(processes, code) ? processes[code]?.at(-1) : undefined;

/** What new cases can be opened of. */
export const matters: readonly AnyProcess[] = Object.keys(processes).flatMap(
  (code) => currentProcess(code) ?? [],
);

/** Every register that some matter writes into, by name. */
export const registers: { readonly [name: string]: RegisterKind } = Object.assign(
  {},
  ...Object.values(processes)
    .flat()
    .map((process) => process.registers ?? {}),
);

/** Every pool of codes that some matter draws from, with what is wrong with a code of it. */
export const pools: NonNullable<AnyProcess['pools']> = Object.assign(
  {},
  ...matters.map((process) => process.pools ?? {}),
);
