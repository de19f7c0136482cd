/** 乡镇吹哨、部门报到 as a matter: whose it is, how it is numbered and opened, what it is made of. */
import type { FormInput } from '../../contract/command.ts';
import { text } from '../../engine/forms/form.ts';
import { defineProcess } from '../../engine/process/definition.ts';
import { application } from './application.ts';
import { plan } from './basis.ts';
import { lead, metrics, scores } from './metrics.ts';
import { offices, owner } from './offices.ts';
import * as parameters from './parameters.ts';
import { policy } from './policy.ts';
import { procedure } from './process.ts';
import { registers, sameAs, solved } from './recurrence.ts';
import { merged, tellSources } from './sources.ts';

const number = text('对方的编号', 60);

export const whistle = defineProcess({
  code: 'whistle',
  version: 1,
  title: '乡镇吹哨、部门报到',
  basis: plan,
  owner,
  offices,
  headRole: offices.head.role,
  numbering: { prefix: 'CS', word: '吹哨' },
  application,
  claims: (form) => [
    {
      pool: 'whistle',
      value: sameAs(form),
      instead: '同一地点同一事项已经吹哨，正在办理。请在该哨登记“并入哨源”，办结时一并答复。',
    },
  ],
  recurrence: { register: solved, subject: sameAs },
  registers,
  openedBy: 'caller',
  inbound: {
    systems: { grid: '网格平台', hotline: '12345热线' },
    again: ({ source }) => ({ fact: merged, data: source as FormInput }),
  },
  correctable: { grid: { reference: number }, hotline: { reference: number } },
  onEnding: (c, { opinion }) => tellSources(c, '乡镇撤销吹哨', opinion),
  ladder: parameters.ladder,
  lead,
  metrics,
  scores,
  rules: Object.values(parameters),
  policy,
  body: procedure,
});
