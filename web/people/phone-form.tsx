/** A form drawn for a thumb: the same fields, plain inputs, one column. */
import { useId } from 'react';
import type { AnyField, FieldShape, Fields } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import { labelOf } from '../forms/label.ts';
import type { Values } from '../forms/value.ts';
import { Entry } from './phone-entry.tsx';

type Filling<V> = {
  readonly value: V;
  readonly onChange: (value: Json | undefined) => void;
  /** Where it stands in the form: `materials.0.name`. */
  readonly at: string;
  readonly faults: readonly FieldIssue[];
};

export function PhoneForm({
  fields,
  values,
  onChange,
  faults,
  at = '',
}: {
  readonly fields: Fields;
  readonly values: Values;
  readonly onChange: (values: { readonly [name: string]: Json }) => void;
  readonly faults: readonly FieldIssue[];
  readonly at?: string;
}) {
  const said = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return Object.entries(fields)
    .filter(([, { shape }]) => shape.kind !== 'drawn')
    .map(([name, field]) => (
      <OneField
        key={name}
        field={field}
        at={`${at}${name}`}
        value={values[name]}
        faults={faults}
        onChange={(value) => {
          const { [name]: _old, ...rest } = said;
          onChange(value === undefined ? rest : { ...rest, [name]: value });
        }}
      />
    ));
}

function OneField({
  field,
  value,
  onChange,
  at,
  faults,
}: { readonly field: AnyField } & Filling<Json | undefined>) {
  const { shape, optional } = field;
  const id = useId();
  const label = `${labelOf(field)}${optional ? '（没有的不填）' : ''}`;
  const own = faults.filter((fault) => fault.field === at);
  const told = own.map(({ text }) => (
    <span key={text} role="alert" className="fault">
      {text}
    </span>
  ));
  if (shape.kind === 'group')
    return (
      <fieldset>
        <legend>{label}</legend>
        <PhoneForm
          fields={shape.fields}
          values={(value ?? {}) as Values}
          onChange={onChange}
          faults={faults}
          at={`${at}.`}
        />
      </fieldset>
    );
  if (shape.kind === 'list')
    return (
      <fieldset>
        <legend>{label}</legend>
        <Items
          shape={shape}
          value={(value ?? []) as readonly Json[]}
          onChange={onChange}
          at={at}
          faults={faults}
        />
        {told}
      </fieldset>
    );
  return (
    <label htmlFor={id}>
      {label}
      <Entry id={id} shape={shape} value={value} onChange={onChange} />
      {told}
    </label>
  );
}

function Items({
  shape: { of, min, max },
  value,
  onChange,
  at,
  faults,
}: { readonly shape: Extract<FieldShape, { readonly kind: 'list' }> } & Filling<readonly Json[]>) {
  const items: readonly (Json | undefined)[] =
    value.length < min ? Array.from({ length: min }, (_, i) => value[i]) : value;
  const put = (next: readonly (Json | undefined)[]): void => onChange(next.map((item) => item ?? {}));
  return (
    <>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
        <div key={i} className="item">
          <OneField
            field={{ ...of, label: `${of.label} ${i + 1}` }}
            value={item}
            at={`${at}.${i}`}
            faults={faults}
            onChange={(changed) => put(items.map((other, n) => (n === i ? changed : other)))}
          />
          {items.length > min && (
            <button type="button" className="plain" onClick={() => put(items.filter((_, n) => n !== i))}>
              去掉{of.label} {i + 1}
            </button>
          )}
        </div>
      ))}
      {items.length < max && (
        <button type="button" className="plain" onClick={() => put([...items, {}])}>
          添一项{of.label}
        </button>
      )}
    </>
  );
}
