/** How something is entered that has a name elsewhere: a unit, a person, an item of a list. */
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Select } from 'antd';
import { useState } from 'react';
import { duties, listOf, people, supervisionOf, units } from '../shared/queries.ts';
import { useUnitName } from '../shared/unit-name.ts';

export type Bound<T> = {
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T | undefined) => void;
};

/** Whoever oversees units chooses among them with what each has in hand before them. */
export function UnitEntry(bound: Bound<string>) {
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery(units);
  const { data: figures } = useQuery({ ...supervisionOf(''), enabled: isAsked, staleTime: 60_000 });
  const load = new Map(
    (figures?.now ?? []).flatMap((row) =>
      row.by === 'unit' && row.unit !== null ? [[row.unit, row] as const] : [],
    ),
  );
  const options = [...(data?.values() ?? [])]
    .filter(({ joined }) => joined === null)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...bound}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onOpenChange={(opens) => opens && setAsked(true)}
      optionRender={({ value, label }) => (
        <>
          {label} <span className="quiet">{sayLoad(load.get(String(value)))}</span>
        </>
      )}
      allowClear
      placeholder="选择单位"
    />
  );
}

/** Whoever is at work, found by name, unit or post. */
export function PersonEntry(bound: Bound<string>) {
  const unitName = useUnitName();
  const { data } = useQuery(people);
  const options = [...(data?.values() ?? [])]
    .filter(({ offices }) => offices.length > 0)
    .map(({ id, name, offices }) => ({
      value: id,
      label: `${name}（${offices.map(({ unit, role }) => `${unitName(unit)} ${role}`).join('、')}）`,
    }));
  return (
    <Select
      {...bound}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder="选择在岗的人"
    />
  );
}

const sayLoad = (row: { readonly open: number; readonly overdue: number } | undefined): string =>
  row ? `在办 ${row.open}${row.overdue > 0 ? `，超期 ${row.overdue}` : ''}` : '';

/** Chosen from its list; what is not in it is written, and asks for a reason elsewhere in the form. */
export function ListedEntry({
  rule,
  label,
  ...bound
}: Bound<string> & { readonly rule: string; readonly label: string }) {
  const { data } = useQuery(listOf(rule));
  return (
    <AutoComplete
      {...bound}
      options={(data ?? []).map((value) => ({ value, label: value }))}
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
      placeholder={`选择${label}`}
    />
  );
}

/** Whoever the form has named so far; another name may be typed before it is listed. */
export function AmongEntry({
  among,
  label,
  ...bound
}: Bound<string> & { readonly among: string; readonly label: string }) {
  const [list = '', name = ''] = among.split('.');
  const items = Form.useWatch<readonly { readonly [name: string]: unknown }[] | undefined>(list);
  const names = [...new Set((items ?? []).map((one) => String(one?.[name] ?? '').trim()))].filter(Boolean);
  return (
    <AutoComplete
      {...bound}
      options={names.map((value) => ({ value, label: value }))}
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
      placeholder={`选择${label}`}
    />
  );
}

/** Of the duty list where the county has one; as long as it has none, what is written. */
export function DutyEntry(bound: Bound<string>) {
  const { data } = useQuery(duties);
  const options = (data ?? []).map(({ code, item }) => ({ value: code, label: `${code} ${item}` }));
  return (
    <AutoComplete
      {...bound}
      options={options}
      showSearch={{ filterOption: (typed, option) => String(option?.label ?? '').includes(typed) }}
      placeholder="职责清单事项"
    />
  );
}
