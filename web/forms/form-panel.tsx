/** A form with its draft: drawn, checked by the engine's own checks as it is typed, and kept until it has been handed in. */
import { Form, type FormInstance } from 'antd';
import { memo, useEffect, useMemo } from 'react';
import type { Fields } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import { draft } from './draft.ts';
import { FormFields } from './fields.tsx';
import { begun, faultsOf, filled, placeOf, type Values } from './value.ts';

/** What a form says now, and what is wrong with it. */
export type Said = {
  readonly values: { readonly [name: string]: Json };
  readonly faults: readonly FieldIssue[];
};

export const saidIn = (fields: Fields, values: Values): Said => ({
  values: filled(fields, values),
  faults: faultsOf(fields, values),
});

/** Each fault at its field; the first of them is scrolled to. */
export function showFaults(form: FormInstance<Values>, faults: readonly FieldIssue[]): void {
  if (faults.length === 0) return;
  form.setFields(faults.map(({ field, text }) => ({ name: placeOf(field) as never, errors: [text] })));
  const [first] = faults;
  if (first) form.scrollToField(placeOf(first.field), { block: 'center' });
}

/** Drawn anew when it is another form, not when its page hears what it says: a press of a key redraws one field. */
export const FormPanel = memo(function FormPanel({
  form,
  fields,
  draftName,
  refused,
  onSaid,
}: {
  readonly form: FormInstance<Values>;
  readonly fields: Fields;
  /** Its draft is found again under this name. */
  readonly draftName: string;
  /** What the system found wrong with it when it was handed in. */
  readonly refused?: readonly FieldIssue[] | undefined;
  readonly onSaid: (said: Said) => void;
}) {
  const kept = useMemo(() => draft(draftName), [draftName]);
  const start = useMemo(() => ({ ...begun(fields), ...(kept.read() as Values) }), [fields, kept]);
  useEffect(() => onSaid(saidIn(fields, start)), [fields, start, onSaid]);
  useEffect(() => showFaults(form, refused ?? []), [form, refused]);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={start}
      onValuesChange={(_changed, values) => {
        kept.keep(values);
        onSaid(saidIn(fields, values));
      }}
    >
      <FormFields fields={fields} />
    </Form>
  );
});
