/** What every screen has around it: where I can go, who I am; and the sign-in, which waits over the page when a session ends. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Layout, Modal, Select, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet } from 'react-router';
import { choosePost, chosenPost } from '../shared/chosen-post.ts';
import { followChanges } from '../shared/events.ts';
import { get, remove } from '../shared/http.ts';
import { matters, me, units } from '../shared/queries.ts';
import { useSignedOut } from '../shared/signed-out.ts';
import type { Me } from '../shared/wire.ts';
import { SignIn } from './sign-in.tsx';
import { Undelivered } from './undelivered.tsx';

const OwnPassword = lazy(async () => ({
  default: (await import('./management/own-password.tsx')).OwnPasswordButton,
}));

export function Shell() {
  const { asks, goOn, forget } = useSignedOut();
  const client = useQueryClient();
  const { data: who } = useQuery(me);
  const signedIn = async (): Promise<void> => {
    // Asked anew: what asked before waits for this.
    const now = await get<Me>('/me');
    // What one person typed is not for another to send.
    if (who && now.id !== who.id) return startAfresh();
    goOn();
  };
  const startAfresh = (): void => {
    forget();
    client.clear();
    window.location.assign('/');
  };
  const { data: known } = useQuery({ ...matters, enabled: who !== undefined });
  const opens = known?.some(({ units: mine }) => mine.length > 0);
  const person = who?.id;
  useEffect(() => (person === undefined ? undefined : followChanges(client)), [person, client]);
  const signOut = async (): Promise<void> => {
    await remove('/sessions/current').catch(() => {});
    startAfresh();
  };
  // Nothing is known yet of whoever opens the desks for the first time: the sign-in is the page.
  if (asks && !who) return <SignIn onDone={() => void signedIn()} />;
  return (
    <Layout className="shell">
      <Layout.Header className="head">
        <strong className="brand">一门</strong>
        <nav aria-label="主要">
          <NavLink to="/inbox">我的待办</NavLink>
          {opens && <NavLink to="/window">窗口</NavLink>}
          <NavLink to="/supervision">督查</NavLink>
          {who && (who.keeps || who.manages.length > 0) && <NavLink to="/management">管理</NavLink>}
        </nav>
        {who && <Who name={who.name} posts={who.posts} onSignOut={() => void signOut()} />}
      </Layout.Header>
      <Layout.Content className="body">
        {who ? (
          <>
            <Undelivered />
            <Outlet />
          </>
        ) : (
          <Spin delay={150} />
        )}
      </Layout.Content>
      <Modal open={asks && who !== undefined} footer={null} closable={false} width={560} destroyOnHidden>
        <p>登录已经过期。请重新登录，本页已填的内容都在，登录后接着办。</p>
        <SignIn onDone={() => void signedIn()} username={who?.username} />
      </Modal>
    </Layout>
  );
}

type Posts = readonly { readonly id: string; readonly unit: string; readonly role: string }[];

function Who({
  name,
  posts,
  onSignOut,
}: {
  readonly name: string;
  readonly posts: Posts;
  readonly onSignOut: () => void;
}) {
  const { data: all } = useQuery(units);
  const client = useQueryClient();
  const [picked, setPost] = useState(chosenPost);
  // One that has ended since is no choice any more.
  const post = posts.some(({ id }) => id === picked) ? picked : undefined;
  if (post === undefined) choosePost(undefined);
  const said = ({ unit, role }: Posts[number]): string => `${all?.get(unit)?.name ?? ''} ${role}`;
  const choose = (id: string): void => {
    choosePost(id || undefined);
    setPost(id || undefined);
    void client.invalidateQueries();
  };
  return (
    <div className="who">
      <span>
        {name} · {posts.length > 1 ? '' : posts.map(said).join('')}
      </span>
      {posts.length > 1 && (
        <Select
          size="small"
          aria-label="以哪个岗位办理"
          value={post ?? ''}
          onChange={choose}
          options={[
            { value: '', label: `${posts.length} 个岗位，按环节` },
            ...posts.map((held) => ({ value: held.id, label: said(held) })),
          ]}
        />
      )}
      <Suspense>
        <OwnPassword />
      </Suspense>
      <Button size="small" ghost onClick={onSignOut}>
        退出
      </Button>
    </div>
  );
}
