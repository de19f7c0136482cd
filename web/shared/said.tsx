/** What a filled-in form says, in its own labels: read, not entered. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, use } from 'react';
import type { AnyField, Fields } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';
import { labelOf } from '../forms/label.ts';
import { IdentityShown } from './identity-shown.ts';
import { people } from './queries.ts';
import { sayLocation } from './said-location.ts';
import { useUnitName } from './unit-name.ts';

type Values = { readonly [name: string]: Json };

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });
/** 380.00 元 */
export const sayFen = (fen: number): string => `${yuan.format(fen / 100)} 元`;

export function SaidForm({
  fields,
  values,
  within = '',
}: {
  readonly fields: Fields;
  readonly values: Values;
  /** Where the form stands in a larger one, like `members.0.`. */
  readonly within?: string;
}) {
  return (
    <dl className="facts">
      {Object.entries(fields).flatMap(([name, field]) => {
        const value = values[name];
        if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
        return [
          <dt key={`${name}/label`}>{labelOf(field)}</dt>,
          <dd key={name}>
            <SaidValue field={field} value={value} at={`${within}${name}`} />
          </dd>,
        ];
      })}
    </dl>
  );
}

/** What they are called; who is not told is shown as they are known. */
function PersonName({ id }: { readonly id: string }): ReactNode {
  return useQuery(people).data?.get(id)?.name ?? id;
}

function SaidValue({
  field: { shape },
  value,
  at,
}: {
  readonly field: AnyField;
  readonly value: Json;
  readonly at: string;
}): ReactNode {
  const unitName = useUnitName();
  const sayIdentity = use(IdentityShown);
  switch (shape.kind) {
    case 'money':
      return sayFen(Number(value));
    case 'boolean':
      return value === true ? '是' : '否';
    case 'choice':
      return shape.says?.[String(value)] ?? String(value);
    case 'location':
      return sayLocation(String(value));
    case 'unit':
      return unitName(String(value));
    case 'person':
      return <PersonName id={String(value)} />;
    case 'identity':
      return typeof value === 'object' && value !== null && 'masked' in value
        ? sayIdentity(at, String(value.masked))
        : String(value);
    case 'file':
      return (
        <a href={`/api/v1/materials/${String(value)}`} target="_blank" rel="noreferrer">
          查看
        </a>
      );
    case 'group':
      return <SaidForm fields={shape.fields} values={value as Values} within={`${at}.`} />;
    case 'list':
      return <SaidList of={shape.of} items={value as readonly Json[]} at={at} />;
    default:
      return String(value);
  }
}

/** A row an item where the items have fields; otherwise one after another. */
function SaidList({
  of,
  items,
  at,
}: {
  readonly of: AnyField;
  readonly items: readonly Json[];
  readonly at: string;
}) {
  const { shape } = of;
  if (shape.kind !== 'group')
    return items.map((item, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not change its order
      <div key={i}>
        <SaidValue field={of} value={item} at={`${at}.${i}`} />
      </div>
    ));
  const columns = Object.entries(shape.fields).filter(([name]) =>
    items.some((item) => (item as Values)[name] !== undefined),
  );
  return (
    <table>
      <thead>
        <tr>
          {columns.map(([name, field]) => (
            <th key={name} scope="col">
              {labelOf(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not change its order
          <tr key={i}>
            {columns.map(([name, field]) => {
              const cell = (item as Values)[name];
              return (
                <td key={name}>
                  {cell === undefined || cell === null ? (
                    ''
                  ) : (
                    <SaidValue field={field} value={cell} at={`${at}.${i}.${name}`} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
