/** 登录: a name and a password; where there are sample people, one press each. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { get, post } from '../shared/http.ts';
import type { SamplePeople } from '../shared/wire.ts';

type Credentials = { readonly username: string; readonly password: string };

export function SignIn({
  onDone,
  username,
}: {
  readonly onDone: () => void;
  readonly username?: string | undefined;
}) {
  const entering = useMutation({
    mutationFn: (credentials: Credentials) => post('/sessions', credentials),
    onSuccess: onDone,
  });
  const { data: samples } = useQuery({
    queryKey: ['sample-people'],
    queryFn: () => get<SamplePeople>('/sample-people').catch(() => null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="sign-in">
      <h1>一门</h1>
      <p>一门受理，各部门同办</p>
      {entering.error && <Alert type="error" title={entering.error.message} showIcon />}
      <Form<Credentials>
        layout="vertical"
        initialValues={{ username }}
        onFinish={(credentials) => entering.mutate(credentials)}
      >
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          登录
        </Button>
      </Form>
      {samples && (
        <Samples
          samples={samples}
          onPick={(picked) => entering.mutate({ username: picked, password: samples.password })}
        />
      )}
    </main>
  );
}

/** By role: those of the first unit that has the role come first, the rest are a choice away. */
function Samples({
  samples,
  onPick,
}: {
  readonly samples: SamplePeople;
  readonly onPick: (username: string) => void;
}) {
  const roles = Map.groupBy(samples.items, ({ roles: held }) => held.join('、'));
  return (
    <section aria-label="样例人员" className="samples">
      <h2>样例人员（试用）</h2>
      <dl>
        {[...roles].map(([role, people]) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>
              {people.map((person) => (
                <Button key={person.username} size="small" onClick={() => onPick(person.username)}>
                  {person.name}
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
