/** What a field is called on a screen. */
import type { AnyField } from '../../contract/form.ts';

/** Money is entered and shown in 元, whatever its label says of 分. */
export const labelOf = ({ label, shape }: AnyField): string =>
  shape.kind === 'money' ? label.replace('（分）', '') : label;
