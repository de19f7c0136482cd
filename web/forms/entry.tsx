import { Button, Input, InputNumber, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import type { FieldShape } from '../../contract/form.ts';
import { post } from '../shared/http.ts';
import { photoToSend } from '../shared/photo.ts';
import { sayLocation } from '../shared/said-location.ts';
import { here, noLocation } from './here.ts';
import { AmongEntry, type Bound, DutyEntry, ListedEntry, PersonEntry, UnitEntry } from './named-entry.tsx';

type Shaped = { readonly shape: FieldShape; readonly label: string };

/** Few enough to be seen at once. */
const inSight = 4;

export function Entry({ shape, label, ...bound }: Shaped & Bound<never>) {
  const input = bound as object;
  switch (shape.kind) {
    case 'text':
      if (shape.among) return <AmongEntry {...input} among={shape.among} label={label} />;
      return shape.maxLength > 100 ? (
        <Input.TextArea
          {...input}
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={shape.maxLength}
          showCount
        />
      ) : (
        <Input {...input} maxLength={shape.maxLength} />
      );
    case 'identity':
      return shape.orBirthCertificate ? (
        <ChildEntry {...input} label={label} />
      ) : (
        <Input {...input} maxLength={18} placeholder="18 位" autoComplete="off" />
      );
    case 'integer':
      return <InputNumber {...input} min={shape.min} max={shape.max} precision={0} controls={false} />;
    case 'money':
      return <InputNumber {...input} min={0} precision={2} suffix="元" controls={false} />;
    case 'date':
      return <Input {...input} type="date" min="1900-01-01" max="2099-12-31" />;
    case 'boolean':
      return (
        <Radio.Group
          {...input}
          aria-label={label}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      );
    case 'choice': {
      const options = shape.options.map((value) => ({ value, label: shape.says?.[value] ?? value }));
      return options.length <= inSight ? (
        <Radio.Group {...input} aria-label={label} options={options} />
      ) : (
        <Select
          {...input}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          placeholder={`选择${label}`}
        />
      );
    }
    case 'location':
      return <LocationEntry {...input} />;
    case 'unit':
      return <UnitEntry {...input} />;
    case 'person':
      return <PersonEntry {...input} />;
    case 'listed':
      return <ListedEntry {...input} rule={shape.rule} label={label} />;
    case 'duty':
      return <DutyEntry {...input} />;
    case 'file':
      return <FileEntry {...input} label={label} />;
    default:
      throw new Error(`${shape.kind} is not entered as one value`);
  }
}

function LocationEntry({ value, onChange, id }: Bound<string>) {
  const [fault, setFault] = useState(false);
  const [asks, setAsks] = useState(false);
  const take = async (): Promise<void> => {
    setAsks(true);
    setFault(false);
    try {
      onChange?.(await here());
    } catch {
      setFault(true);
    }
    setAsks(false);
  };
  return (
    <div id={id}>
      <Button loading={asks} onClick={() => void take()}>
        {value ? '重新取位置' : '用现在的位置'}
      </Button>{' '}
      {value && sayLocation(value)}
      {fault && <div role="alert">{noLocation}</div>}
    </div>
  );
}

/** The number, or, of a child without one, what their 出生医学证明 states, kept as one text. */
function ChildEntry({ id, value, onChange, label }: Bound<string> & { readonly label: string }) {
  const [byCertificate, setByCertificate] = useState(value?.includes('/') === true);
  const [number = '', birthDate = '', sex = ''] = byCertificate ? (value ?? '').split('/') : [];
  const put = (...parts: readonly string[]): void =>
    onChange?.(parts.every((part) => part === '') ? undefined : parts.join('/'));
  const toggle = (
    <Button
      size="small"
      type="link"
      onClick={() => {
        onChange?.(undefined);
        setByCertificate(!byCertificate);
      }}
    >
      {byCertificate ? '有身份证号码' : '孩子没有号码，凭出生医学证明'}
    </Button>
  );
  if (!byCertificate)
    return (
      <>
        <Input
          {...(id ? { id } : {})}
          value={value ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
          maxLength={18}
          placeholder="18 位"
          autoComplete="off"
        />
        {toggle}
      </>
    );
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        aria-label={`${label}：出生医学证明编号`}
        value={number}
        onChange={(event) => put(event.target.value.toUpperCase(), birthDate, sex)}
        maxLength={10}
        placeholder="出生医学证明编号，如 R640123456"
      />
      <Input
        type="date"
        aria-label="出生日期"
        value={birthDate}
        onChange={(event) => put(number, event.target.value, sex)}
      />
      <Radio.Group
        aria-label="性别"
        value={sex}
        onChange={(event) => put(number, birthDate, String(event.target.value))}
        options={['男', '女']}
      />
      {toggle}
    </>
  );
}

type Stored = { readonly sha256: string };

/** Stored as it is chosen; the form keeps its digest. */
function FileEntry({ value, onChange, id, label }: Bound<string> & { readonly label: string }) {
  const [state, setState] = useState<{
    readonly busy?: boolean;
    readonly name?: string;
    readonly fault?: string;
  }>({});
  const chooser = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) void store(file);
  };
  const store = async (file: File): Promise<void> => {
    setState({ busy: true, name: file.name });
    try {
      const { sha256 } = await post<Stored>('/materials', await photoToSend(file));
      setState({ name: file.name });
      onChange?.(sha256);
    } catch (error) {
      setState({ fault: error instanceof Error ? error.message : '没有传上，请再选一次' });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may also be dropped on it.
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={chooser}
        id={id}
        type="file"
        hidden
        accept="image/*,application/pdf"
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <Button loading={state.busy ?? false} onClick={() => chooser.current?.click()}>
        {value ? `换一份${label}` : `上传${label}`}
      </Button>{' '}
      {value && (
        <a href={`/api/v1/materials/${value}`} target="_blank" rel="noreferrer">
          {state.name ?? '已上传，查看'}
        </a>
      )}
      {state.fault && <div role="alert">{state.fault}</div>}
    </div>
  );
}
