/** A form drawn from its fields: each kind of field once, for every matter. Within an antd `Form`, whose value is the form's. */
import { Button, Form, type FormListFieldData, type FormListOperation } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { AnyField, FieldShape, Fields } from '../../contract/form.ts';
import { Entry } from './entry.tsx';
import { labelOf } from './label.ts';

type Place = readonly (string | number)[];

/** Where a field stands: `at` is counted from the list it stands in, whose own place in the form is `list`. */
type Where = { readonly at: Place; readonly list: Place };

/** Beneath one another where they are long, side by side where they are short. */
export function FormFields({ fields, at = [], list = [] }: { readonly fields: Fields } & Partial<Where>) {
  return (
    <div className="grid">
      {Object.entries(fields)
        .filter(([, { shape }]) => shape.kind !== 'drawn')
        .map(([name, field]) => (
          <div key={name} className={isWide(field.shape) ? 'wide' : ''}>
            <OneField field={field} name={name} at={at} list={list} />
          </div>
        ))}
    </div>
  );
}

const isWide = (shape: FieldShape): boolean =>
  shape.kind === 'list' || shape.kind === 'group' || (shape.kind === 'text' && shape.maxLength > 100);

function OneField({ field, name, at, list }: { readonly field: AnyField; readonly name: string } & Where) {
  const { shape, label, optional } = field;
  if (shape.kind === 'group' && optional)
    return <Unless label={label} fields={shape.fields} at={[...at, name]} list={list} />;
  if (shape.kind === 'group')
    return (
      <fieldset>
        <legend>{label}</legend>
        <FormFields fields={shape.fields} at={[...at, name]} list={list} />
      </fieldset>
    );
  if (shape.kind === 'list') return <ListField field={{ ...field, shape }} name={name} at={at} list={list} />;
  return (
    <Form.Item name={[...at, name]} label={labelOf(field)} required={!optional} {...inFen(shape)}>
      <Entry shape={shape} label={label} />
    </Form.Item>
  );
}

/** A group that mostly does not apply: folded until somebody says it does, or it has been filled in. */
function Unless({ label, fields, at, list }: { readonly label: string; readonly fields: Fields } & Where) {
  const [applies, setApplies] = useState(false);
  const form = Form.useFormInstance();
  const kept = form.getFieldValue([...list, ...at]) as object | undefined;
  const isOpen = applies || Object.values(kept ?? {}).some((value) => value !== undefined && value !== null);
  return (
    <fieldset>
      <legend>{label}</legend>
      {isOpen ? (
        <FormFields fields={fields} at={at} list={list} />
      ) : (
        <Button onClick={() => setApplies(true)}>填写{label}</Button>
      )}
    </fieldset>
  );
}

/** 元 on the screen, 分 in the form. */
const inFen = (shape: FieldShape): object =>
  shape.kind === 'money'
    ? {
        getValueProps: (fen: unknown) => ({ value: typeof fen === 'number' ? fen / 100 : undefined }),
        normalize: (yuan: unknown) => (typeof yuan === 'number' ? Math.round(yuan * 100) : undefined),
      }
    : {};

type ListShape = Extract<FieldShape, { readonly kind: 'list' }>;

function ListField({
  field: { shape, label },
  name,
  at,
  list,
}: { readonly field: AnyField & { readonly shape: ListShape }; readonly name: string } & Where) {
  const place = [...at, name];
  return (
    <fieldset>
      <legend>{label}</legend>
      <Form.List name={place}>
        {(items, { add, remove }, { errors }) => (
          <>
            <Items shape={shape} items={items} add={add} remove={remove} list={[...list, ...place]} />
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** Whoever adds one goes on in it. */
function Items({
  shape: { of, min, max },
  items,
  add,
  remove,
  list,
}: {
  readonly shape: ListShape;
  readonly items: readonly FormListFieldData[];
  readonly add: FormListOperation['add'];
  readonly remove: FormListOperation['remove'];
  readonly list: Place;
}) {
  const last = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    last.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  });
  return (
    <>
      {items.map((item, i) => (
        <div className="item" key={item.key} ref={i === items.length - 1 ? last : null}>
          <div className="item-head">
            <span className="quiet">{of.shape.kind === 'group' && `${of.label} ${i + 1}`}</span>
            {items.length > min && (
              <Button size="small" type="text" onClick={() => remove(item.name)}>
                去掉{of.label} {i + 1}
              </Button>
            )}
          </div>
          <ListItem of={of} place={item.name} list={list} />
        </div>
      ))}
      {items.length < max && (
        <Button
          onClick={() => {
            isAdded.current = true;
            add(of.shape.kind === 'group' || of.shape.kind === 'list' ? {} : undefined);
          }}
        >
          添一项{of.label}
        </Button>
      )}
    </>
  );
}

/** Within a list, places are counted from the list. */
function ListItem({
  of,
  place,
  list,
}: {
  readonly of: AnyField;
  readonly place: number;
  readonly list: Place;
}) {
  if (of.shape.kind === 'group') return <FormFields fields={of.shape.fields} at={[place]} list={list} />;
  return (
    <Form.Item name={place} label={`${of.label} ${place + 1}`} {...inFen(of.shape)}>
      <Entry shape={of.shape} label={of.label} />
    </Form.Item>
  );
}
