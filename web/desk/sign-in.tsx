/** 登录: a name and a password; where there are sample people, one press each. */

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { get, post } from '../shared/http.ts';
import { useOnce } from '../shared/once.ts';
import type { SamplePeople, SignInWays } from '../shared/wire.ts';
import { Vouched } from './vouched.tsx';

type Credentials = { readonly username: string; readonly password: string };

export function SignIn({
  onDone,
  username,
}: {
  readonly onDone: () => void;
  readonly username?: string | undefined;
}) {
  const entering = useOnce({
    mutationFn: (credentials: Credentials) => post('/sessions', credentials),
    onSuccess: onDone,
  });
  const { data: samples } = useQuery({
    queryKey: ['sample-people'],
    queryFn: () => get<SamplePeople>('/sample-people').catch(() => null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: ways } = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => get<SignInWays>('/sign-in-ways'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="sign-in">
      <h1>一门</h1>
      <p>一门受理，各部门同办</p>
      {entering.error && <Alert type="error" title={entering.error.message} showIcon />}
      {ways?.oidc && <Vouched isBeside={username !== undefined} onDone={onDone} />}
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

/** As many of a role as fit on a line; the rest are a press away. */
const inSight = 4;

/** By role, the window first: there a case begins. */
function Samples({
  samples,
  onPick,
}: {
  readonly samples: SamplePeople;
  readonly onPick: (username: string) => void;
}) {
  const roles = [...Map.groupBy(samples.items, ({ roles: held }) => held.join('、'))].toSorted(
    ([a], [b]) => Number(b === '受理') - Number(a === '受理'),
  );
  const buttons = (people: SamplePeople['items']) =>
    people.map((person) => (
      <Button key={person.username} size="small" onClick={() => onPick(person.username)}>
        {person.name}
      </Button>
    ));
  return (
    <section aria-label="样例人员" className="samples">
      <h2>样例人员（试用）</h2>
      <dl>
        {roles.map(([role, people]) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>
              {buttons(people.slice(0, inSight))}
              {people.length > inSight && (
                <details>
                  <summary>其他 {people.length - inSight} 人</summary>
                  {buttons(people.slice(inSight))}
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
