/** Every operation that is possible now, in plain words, with what it asks for. */
import type { FormInput, PersonCommand, ReturnMode } from '../../../contract/command.ts';
import type { CaseView, OpenAct, WholeCase } from '../../shared/wire.ts';

type Filled = {
  readonly opinion: string;
  readonly choice: string;
  readonly mode: ReturnMode;
  readonly days: number;
  readonly form: FormInput;
  readonly to?: { readonly unit: string; readonly person?: string };
};
export type Operation = {
  readonly key: string;
  readonly label: string;
  readonly wantsOpinion?: boolean;
  readonly opinionLabel?: string;
  readonly wantsMode?: boolean;
  readonly wantsOffice?: boolean;
  readonly wantsDays?: boolean;
  readonly choices?: {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  /** As JSON Schema. */
  readonly form?: unknown;
  readonly command: (filled: Filled) => PersonCommand;
};

export const operationsOn = (view: CaseView): readonly Operation[] => [
  ...view.acts.flatMap(onAct),
  ...(view.visibility === 'whole' ? onCase(view) : []),
];

const same = (text: string) => ({ value: text, label: text });

function onAct(act: OpenAct): readonly Operation[] {
  const { key, name, returnTo, operations } = act;
  const may = (type: string): boolean => operations.some((one) => one.type === type && one.whyNot === null);
  const own: readonly (Operation & { readonly when: boolean })[] = [
    {
      when: may('claim'),
      key: `claim/${key}`,
      label: `认领“${name}”`,
      command: () => ({ type: 'claim', act: key }),
    },
    {
      when: may('release'),
      key: `release/${key}`,
      label: `放回“${name}”`,
      command: () => ({ type: 'release', act: key }),
    },
    {
      when: returnTo.length > 0,
      key: `return/${key}`,
      label: `从“${name}”退回`,
      wantsOpinion: true,
      wantsMode: true,
      choices: { label: '退回到', options: returnTo.map((to) => ({ value: to.key, label: to.name })) },
      command: ({ opinion, choice, mode }) => ({ type: 'return', act: key, target: choice, mode, opinion }),
    },
    {
      when: may('transfer'),
      key: `transfer/${key}`,
      label: `转办“${name}”`,
      wantsOpinion: true,
      wantsOffice: true,
      command: ({ opinion, to }) => ({ type: 'transfer', act: key, to: to ?? { unit: '' }, opinion }),
    },
    {
      when: may('urge'),
      key: `urge/${key}`,
      label: `催办“${name}”`,
      wantsOpinion: true,
      opinionLabel: '催办内容',
      command: ({ opinion }) => ({ type: 'urge', act: key, opinion }),
    },
    {
      when: may('supervise'),
      key: `supervise/${key}`,
      label: `督办“${name}”`,
      wantsOpinion: true,
      wantsDays: true,
      opinionLabel: '督办要求',
      command: ({ opinion, days }) => ({
        type: 'supervise',
        act: key,
        demand: opinion,
        reply: { amount: days, unit: 'workingDays' },
      }),
    },
  ];
  return own.filter(({ when }) => when).map(({ when: _when, ...operation }) => operation);
}

function onCase({ may }: WholeCase): readonly Operation[] {
  const possible = <T extends { readonly whyNot: string | null }>(items: readonly T[]): readonly T[] =>
    items.filter(({ whyNot }) => whyNot === null);
  const suspensions = possible(may.suspensions);
  return [
    ...possible(may.takeBacks).map(
      ({ act, name }): Operation => ({
        key: `takeBack/${act}`,
        label: `拿回“${name}”`,
        wantsOpinion: true,
        command: ({ opinion }) => ({ type: 'takeBack', act, opinion }),
      }),
    ),
    ...possible(may.affirmations).map(
      ({ act, name }): Operation => ({
        key: `affirm/${act}`,
        label: `重新确认“${name}”`,
        wantsOpinion: true,
        opinionLabel: '确认意见',
        command: ({ opinion }) => ({ type: 'affirm', act, opinion }),
      }),
    ),
    ...possible(may.facts).map(
      ({ name, form }): Operation => ({
        key: `fact/${name}`,
        label: `登记情况：${name}`,
        form,
        command: ({ form: data }) => ({ type: 'supplement', fact: name, data }),
      }),
    ),
    ...possible(may.extensions).map(
      ({ clock, name, reasons, to }): Operation => ({
        key: `extend/${clock}`,
        label: `延长“${name}”`,
        wantsOpinion: true,
        choices: { label: `延长的事由（${to.basis}）`, options: reasons.map(same) },
        command: ({ opinion, choice }) => ({ type: 'extend', clock, reason: choice, opinion }),
      }),
    ),
    ...(suspensions.length > 0
      ? [
          {
            key: 'suspend',
            label: '中止计时',
            wantsOpinion: true,
            choices: { label: '事由', options: suspensions.map(({ reason }) => same(reason)) },
            command: ({ opinion, choice }: Filled): PersonCommand => ({
              type: 'suspend',
              reason: choice,
              opinion,
            }),
          },
        ]
      : []),
    ...(may.resume.whyNot === null
      ? [
          {
            key: 'resume',
            label: '恢复计时',
            wantsOpinion: true,
            command: ({ opinion }: Filled): PersonCommand => ({ type: 'resume', opinion }),
          },
        ]
      : []),
    ...possible(may.endings).map(
      ({ type, reason, outcome, form }): Operation => ({
        key: `${type}/${reason ?? ''}`,
        label: type === 'withdraw' ? '申请人撤回' : `终止：${reason ?? outcome}`,
        wantsOpinion: true,
        form,
        command: ({ opinion, form: data }) =>
          type === 'withdraw'
            ? { type, form: data, opinion }
            : { type, reason: reason ?? '', form: data, opinion },
      }),
    ),
  ];
}
