/** To whom an act is handed: a unit, and in it a person where one is meant. */
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { UnitEntry } from '../../forms/named-entry.tsx';
import { colleaguesIn } from '../../shared/queries.ts';

export function TransferTo({
  onPick,
}: {
  readonly onPick: (to: { readonly unit: string; readonly person?: string }) => void;
}) {
  const [unit, setUnit] = useState<string>();
  const [person, setPerson] = useState('');
  const { data: people } = useQuery({ ...colleaguesIn(unit ?? ''), enabled: unit !== undefined });
  const pick = (to: string | undefined, whom: string): void => {
    setUnit(to);
    setPerson(whom);
    if (to !== undefined) onPick({ unit: to, ...(whom === '' ? {} : { person: whom }) });
  };
  return (
    <>
      <Form.Item label="转给哪个单位" htmlFor="transfer-unit" required>
        <UnitEntry
          id="transfer-unit"
          {...(unit === undefined ? {} : { value: unit })}
          onChange={(to) => pick(to, '')}
        />
      </Form.Item>
      <Form.Item label="转给哪个人（不选则给岗位）" htmlFor="transfer-person">
        <Select
          id="transfer-person"
          allowClear
          disabled={unit === undefined}
          showSearch={{ optionFilterProp: 'label' }}
          value={person || undefined}
          onChange={(whom) => pick(unit, whom ?? '')}
          options={(people ?? []).map(({ id, name, roles }) => ({
            value: id,
            label: `${name}（${roles.join('、')}）`,
          }))}
        />
      </Form.Item>
    </>
  );
}
