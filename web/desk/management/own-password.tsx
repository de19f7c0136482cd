/** 改自己的口令. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../../shared/http.ts';

function OwnPassword({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const changing = useMutation({
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
        <Form.Item label="现在的口令" htmlFor="password-current" required>
          <Input.Password
            id="password-current"
            autoComplete="current-password"
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </Form.Item>
        <Form.Item label="新的口令（至少12位）" htmlFor="password-new" required>
          <Input.Password
            id="password-new"
            autoComplete="new-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Form.Item>
        <Form.Item label="再写一次" htmlFor="password-again" required>
          <Input.Password
            id="password-again"
            autoComplete="new-password"
            value={again}
            onChange={({ target }) => setAgain(target.value)}
          />
        </Form.Item>
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
