/** A form drawn for a thumb: the same fields, plain inputs, one column. */
import { useQuery } from '@tanstack/react-query';
import { use, useId, useState } from 'react';
import type { AnyField, FieldShape, Fields } from '../../contract/form.ts';
import type { FieldIssue } from '../../contract/refusal.ts';
import type { Json } from '../../contract/rule.ts';
import { labelOf } from '../forms/label.ts';
import type { Values } from '../forms/value.ts';
import { post } from '../shared/http.ts';
import { photoToSend, saySize } from '../shared/photo.ts';
import { listOf } from '../shared/queries.ts';
import { UploadPath } from './upload-path.ts';

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

function Entry({
  id,
  shape,
  value,
  onChange,
}: {
  readonly id: string;
  readonly shape: FieldShape;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}) {
  const text = typeof value === 'string' ? value : '';
  switch (shape.kind) {
    case 'text':
      return shape.maxLength > 100 ? (
        <textarea
          id={id}
          value={text}
          maxLength={shape.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          value={text}
          maxLength={shape.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'date':
      return <input id={id} type="date" value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'integer':
    case 'money':
      return <NumberEntry id={id} isMoney={shape.kind === 'money'} value={value} onChange={onChange} />;
    case 'boolean':
      return (
        <select
          id={id}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
        >
          <option value="">请选择</option>
          <option value="true">是</option>
          <option value="false">否</option>
        </select>
      );
    case 'choice':
      return (
        <select id={id} value={text} onChange={({ target }) => onChange(target.value || undefined)}>
          <option value="">请选择</option>
          {shape.options.map((option) => (
            <option key={option} value={option}>
              {shape.says?.[option] ?? option}
            </option>
          ))}
        </select>
      );
    case 'listed':
      return <ListedEntry id={id} rule={shape.rule} value={text} onChange={onChange} />;
    case 'identity':
      return (
        <input
          id={id}
          value={text}
          placeholder={
            shape.orBirthCertificate ? '18 位；没有号码的孩子：出生医学证明编号/出生日期/性别' : '18 位'
          }
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
        />
      );
    case 'file':
      return <FileEntry id={id} isThere={text !== ''} onChange={onChange} />;
    default:
      return (
        <input id={id} value={text} onChange={(event) => onChange(event.target.value)} autoComplete="off" />
      );
  }
}

/** Typed, with the list beneath it. */
function ListedEntry({
  id,
  rule,
  value,
  onChange,
}: {
  readonly id: string;
  readonly rule: string;
  readonly value: string;
  readonly onChange: (value: Json | undefined) => void;
}) {
  const { data } = useQuery(listOf(rule));
  const options = `${id}-list`;
  return (
    <>
      <input
        id={id}
        list={options}
        value={value}
        maxLength={60}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={options}>
        {(data ?? []).map((item) => (
          <option key={item} value={item} />
        ))}
      </datalist>
    </>
  );
}

function NumberEntry({
  id,
  isMoney,
  value,
  onChange,
}: {
  readonly id: string;
  readonly isMoney: boolean;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}) {
  const factor = isMoney ? 100 : 1;
  return (
    <input
      id={id}
      type="number"
      inputMode="decimal"
      step={isMoney ? '0.01' : '1'}
      defaultValue={typeof value === 'number' ? value / factor : ''}
      placeholder={isMoney ? '元' : ''}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : Math.round(target.valueAsNumber * factor))
      }
    />
  );
}

/** By the camera, or from what is on the phone. */
function FileEntry({
  id,
  isThere,
  onChange,
}: {
  readonly id: string;
  readonly isThere: boolean;
  readonly onChange: (value: Json | undefined) => void;
}) {
  const path = use(UploadPath);
  const [state, setState] = useState('');
  const store = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setState('正在上传……');
    try {
      const sent = await photoToSend(file);
      setState(`正在上传（${saySize(sent.size)}）……`);
      const { sha256 } = await post<{ readonly sha256: string }>(path, sent);
      onChange(sha256);
      setState(`已上传：${file.name}`);
    } catch (error) {
      setState(error instanceof Error ? error.message : '没有传上，请再选一次。');
    }
  };
  return (
    <>
      <input
        id={id}
        type="file"
        accept="image/*,application/pdf"
        onChange={({ target }) => void store(target.files?.[0])}
      />
      <span role="status">{state || (isThere ? '已上传' : '')}</span>
    </>
  );
}
