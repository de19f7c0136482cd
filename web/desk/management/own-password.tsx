/** 改自己的口令. */

import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../../shared/http.ts';
import { useOnce } from '../../shared/once.ts';

function OwnPassword({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const changing = useOnce({
    mutationFn: () => post('/me/password', { current, password }),
    onSuccess: () => {
      void message.success('口令已改，别处的登录已经失效');
      onClose();
    },
  });
  const differs = again !== '' && again !== password;
  return (
    <Modal
      open
      title="改口令"
      okText="改口令"
      cancelText="不改"
      onOk={() => changing.mutate()}
      onCancel={onClose}
      okButtonProps={{
        disabled: current === '' || password === '' || again !== password,
        loading: changing.isPending,
      }}
    >
      <Form layout="vertical">
        {[
          { id: 'password-current', label: '现在的口令', value: current, put: setCurrent },
          { id: 'password-new', label: '新的口令（至少12位）', value: password, put: setPassword },
          { id: 'password-again', label: '再写一次', value: again, put: setAgain },
        ].map(({ id, label, value, put }) => (
          <Form.Item key={id} label={label} htmlFor={id} required>
            <Input.Password
              id={id}
              autoComplete={id === 'password-current' ? 'current-password' : 'new-password'}
              value={value}
              onChange={({ target }) => put(target.value)}
            />
          </Form.Item>
        ))}
      </Form>
      {differs && <p role="alert">两次写的不一样。</p>}
      {changing.error && <p role="alert">{changing.error.message}</p>}
    </Modal>
  );
}

export function OwnPasswordButton() {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="small" ghost onClick={() => setAsks(true)}>
        改口令
      </Button>
      {asks && <OwnPassword onClose={() => setAsks(false)} />}
    </>
  );
}
