/** Something to be filled in and sent once, in a dialog: nothing of it is kept in the tab. */

import { Form, Modal } from 'antd';
import type { Fields } from '../../../contract/form.ts';
import type { Json } from '../../../contract/rule.ts';
import { FormFields } from '../../forms/fields.tsx';
import { showFaults } from '../../forms/form-panel.tsx';
import { faultsOf, filled, type Values } from '../../forms/value.ts';
import { Refused } from '../../shared/http.ts';
import { useOnce } from '../../shared/once.ts';

export type Asked = { readonly [name: string]: Json };

export function Ask({
  title,
  fields,
  start = {},
  send,
  onDone,
  onClose,
}: {
  readonly title: string;
  readonly fields: Fields;
  readonly start?: Values;
  readonly send: (values: Asked) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const sending = useOnce({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof Refused) showFaults(form, error.problem.fields ?? []);
    },
  });
  const press = (): void => {
    const values = form.getFieldsValue(true) as Values;
    const faults = faultsOf(fields, values);
    showFaults(form, faults);
    if (faults.length === 0) sending.mutate(filled(fields, values));
  };
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText="不办"
      onOk={press}
      onCancel={onClose}
      okButtonProps={{ loading: sending.isPending }}
      width={560}
    >
      <Form form={form} layout="vertical" initialValues={start}>
        <FormFields fields={fields} />
      </Form>
      {sending.error && <p role="alert">{sending.error.message}</p>}
    </Modal>
  );
}
