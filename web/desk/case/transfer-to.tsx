/** To whom an act is handed: a unit, and in it a person where one is meant. */
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { units } from '../../shared/queries.ts';

export function TransferTo({
  onPick,
}: {
  readonly onPick: (to: { readonly unit: string; readonly person?: string }) => void;
}) {
  const { data } = useQuery(units);
  const [unit, setUnit] = useState<string>();
  const [person, setPerson] = useState('');
  const pick = (to: string | undefined, whom: string): void => {
    setUnit(to);
    setPerson(whom);
    if (to !== undefined) onPick({ unit: to, ...(whom.trim() === '' ? {} : { person: whom.trim() }) });
  };
  return (
    <>
      <Form.Item label="转给哪个单位" htmlFor="transfer-unit" required>
        <Select
          id="transfer-unit"
          value={unit ?? null}
          onChange={(value) => pick(value ?? undefined, person)}
          options={[...(data?.values() ?? [])].map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择单位"
        />
      </Form.Item>
      <Form.Item label="转给哪个人（用户名；不填则给岗位）" htmlFor="transfer-person">
        <Input id="transfer-person" value={person} onChange={(event) => pick(unit, event.target.value)} />
      </Form.Item>
    </>
  );
}
