/** 登记证书的换发、补发: whose certificate, and why it is issued anew. */
import type { FormValue } from '../../contract/form.ts';
import { choice, date, list, optional, text } from '../../engine/forms/form.ts';
import { material } from '../organization/material.ts';

export const reasons = ['有效期届满', '遗失', '破损'] as const;

export const application = {
  uscc: text('统一社会信用代码', 18),
  why: choice('事由', reasons),
  /** Of a lost one: where and when it was declared void. */
  declaredIn: optional(text('遗失声明登载的报刊或网站', 100)),
  declaredOn: optional(date('登载日期')),
  materials: list('材料', material, 0, 20),
} as const;

export type Application = FormValue<typeof application>;
