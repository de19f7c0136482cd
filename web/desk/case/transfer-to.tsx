/** To whom an act is handed: a unit, and in it a person where one is meant. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { UnitEntry } from '../../forms/entry.tsx';

export function TransferTo({
  onPick,
}: {
  readonly onPick: (to: { readonly unit: string; readonly person?: string }) => void;
}) {
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
        <UnitEntry
          id="transfer-unit"
          {...(unit === undefined ? {} : { value: unit })}
          onChange={(to) => pick(to, person)}
        />
      </Form.Item>
      <Form.Item label="转给哪个人（用户名；不填则给岗位）" htmlFor="transfer-person">
        <Input id="transfer-person" value={person} onChange={(event) => pick(unit, event.target.value)} />
      </Form.Item>
    </>
  );
}
