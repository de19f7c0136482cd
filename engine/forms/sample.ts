/** The plainest form that fits its fields: for trying what a process would do, never for a case. */
import type { FieldShape, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';
import { notYetDrawn } from './form.ts';

/** No unit's. */
export const sampleUnit = 'unit';

function sampleOf(shape: FieldShape, today: string): Json {
  switch (shape.kind) {
    case 'text':
      return '样例';
    case 'integer':
      return shape.min;
    case 'money':
      return 0;
    case 'date':
      return today;
    case 'boolean':
      return true;
    case 'choice':
      return shape.options[0] ?? '';
    case 'drawn':
      return notYetDrawn;
    case 'duty':
    case 'listed':
      return '样例';
    case 'location':
      return 'geo:0,0;u=0';
    case 'unit':
      return sampleUnit;
    case 'person':
      return '样例';
    case 'file':
      return '0'.repeat(64);
    case 'identity':
      return { hash: '', masked: '', sealed: '', birthDate: today, sex: '男' };
    case 'list':
      return Array.from({ length: shape.min }, () => sampleOf(shape.of.shape, today));
    case 'group':
      return sampleForm(shape.fields, today);
  }
}

export const sampleForm = (fields: Fields, today: string): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { optional }]) => !optional)
      .map(([name, { shape }]) => [name, sampleOf(shape, today)]),
  );
