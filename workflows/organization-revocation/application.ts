/** 撤销登记: which organisation, on what ground, and what has been found. */
import type { FormValue } from '../../contract/form.ts';
import { list, text } from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const application = {
  uscc: text('统一社会信用代码', 18),
  ground: text('情形', 200),
  facts: text('查明的事实', 4_000),
  evidence: list('证据', material, 0, 40),
} as const;

export type Application = FormValue<typeof application>;
