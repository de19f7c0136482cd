/** A complete 低保 application of a made-up household, to be varied. */
import type { ApiClient } from '../client/client.ts';

import { sampleSha, withMaterials } from './sample-material.ts';
import { sampleIdentity } from './sample-people.ts';

export type SampleMember = { readonly name: string; readonly identity: string; readonly relation: string };

export type SampleOptions = {
  readonly n: number;
  readonly name: string;
  readonly others?: readonly SampleMember[];
  readonly yearlyIncomeFen?: number;
  readonly appliedOn?: string;
};

const file = sampleSha('材料');

/** Nothing is missing, income is low, nothing is owned beyond the limits. */
export function sampleApplication({
  n,
  name,
  others = [],
  yearlyIncomeFen = 240_000,
  appliedOn = '2026-03-02',
}: SampleOptions) {
  const identity = sampleIdentity(n);
  const members: readonly SampleMember[] = [{ name, identity, relation: '本人' }, ...others];
  const authorisations = members.map((member) => ({
    name: '家庭经济状况核对授权书',
    person: member.name,
    file,
  }));
  return {
    applicant: {
      name,
      identity,
      phone: '13900000000',
      village: '星海村',
      area: '农村',
      registeredElsewhere: false,
      account: `622848${String(n).padStart(13, '0')}`,
      byAgent: false,
    },
    members,
    nearRelatives: [] as readonly Record<string, string>[],
    income:
      yearlyIncomeFen > 0
        ? [
            {
              person: name,
              kind: '工资性收入',
              item: '务工',
              amountFen: yearlyIncomeFen,
              costFen: 0,
              source: '申报',
            },
          ]
        : [],
    deductions: [] as readonly Record<string, unknown>[],
    property: [{ kind: '住房', valueFen: 0 }] as readonly Record<string, unknown>[],
    materials: [
      ...['申请书', '诚信承诺书', '家庭收入财产申报表'].map((material) => ({ name: material, file })),
      ...authorisations,
    ],
    appliedOn,
  };
}

const signature = sampleSha('签字');

export const visitForm = (on: string, over: Record<string, unknown> = {}) => ({
  mode: '入户',
  visitedOn: on,
  investigators: [
    { name: '调查员甲', signature },
    { name: '调查员乙', signature },
  ],
  familyMember: '本人',
  familySignature: signature,
  findings: '住房一套，家庭收入以务工为主，与申报一致。',
  ...over,
});

/** A window uploads what there is and opens a 低保 case. */
export const openSample = async (window: ApiClient, unit: string, form: unknown, key?: string) =>
  await (await withMaterials(window)).open({ matter: 'minimum-living', unit, form }, key);
