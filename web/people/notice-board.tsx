/** 公示栏: what is posted now, the newest first; gone when its time is over. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../shared/http.ts';
import { useSettled } from '../shared/settled.ts';
import { sayDay, sayUntil } from '../shared/time.ts';
import { useNow } from '../shared/time-bar.tsx';
import type { NoticePage } from '../shared/wire.ts';
import { Objection } from './objection.tsx';

export function NoticeBoard() {
  const now = useNow();
  const [sought, setSought] = useState('');
  const q = useSettled(sought.trim()) ?? '';
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['notices', q],
    queryFn: ({ pageParam }) =>
      get<NoticePage>(
        `/notices?limit=50${q ? `&q=${encodeURIComponent(q)}` : ''}${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  const posted = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <header>
        <strong>一门 · 公示栏</strong>
      </header>
      <main>
        <h1>公示栏</h1>
        <label htmlFor="village">按村（社区）、名称查</label>
        <input
          id="village"
          type="search"
          value={sought}
          maxLength={60}
          onChange={(event) => setSought(event.target.value)}
        />
        {error && <p role="alert">{error.message}</p>}
        {data && posted.length === 0 && (
          <p>{q ? `没有提到“${q}”的公示。` : '现在没有公示。公示张贴后，在这里看到它满期为止。'}</p>
        )}
        {posted.map(({ id, text, at, until }) => (
          <section key={id}>
            <h2>{text.title}</h2>
            <p className="quiet">
              {sayDay(at, now)}张贴{until === null ? '' : `，${sayUntil(until, now)}`}
            </p>
            {text.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {until !== null && <Objection notice={id} />}
          </section>
        ))}
        {hasNextPage && (
          <button type="button" onClick={() => void fetchNextPage()}>
            再看五十条
          </button>
        )}
      </main>
    </>
  );
}
