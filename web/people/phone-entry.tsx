/** One plain input on a phone, by the kind of its field. */
import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { FieldShape } from '../../contract/form.ts';
import type { Json } from '../../contract/rule.ts';
import { post } from '../shared/http.ts';
import { photoToSend, saySize } from '../shared/photo.ts';
import { listOf } from '../shared/queries.ts';
import { UploadPath } from './upload-path.ts';

type Entering<V = Json | undefined> = {
  readonly id: string;
  readonly value: V;
  readonly onChange: (value: Json | undefined) => void;
};

export function Entry({ id, shape, value, onChange }: { readonly shape: FieldShape } & Entering) {
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
function ListedEntry({ id, rule, value, onChange }: { readonly rule: string } & Entering<string>) {
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

function NumberEntry({ id, isMoney, value, onChange }: { readonly isMoney: boolean } & Entering) {
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
function FileEntry({ id, isThere, onChange }: { readonly isThere: boolean } & Omit<Entering, 'value'>) {
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
