/** 公示栏: what is posted now, the newest first; gone when its time is over. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../shared/http.ts';
import { sayDay, sayUntil } from '../shared/time.ts';
import { useNow } from '../shared/time-bar.tsx';
import type { NoticePage } from '../shared/wire.ts';

export function NoticeBoard() {
  const now = useNow();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) =>
      get<NoticePage>(`/notices?limit=50${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`),
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
        {error && <p role="alert">{error.message}</p>}
        {data && posted.length === 0 && <p>现在没有公示。公示张贴后，在这里看到它满期为止。</p>}
        {posted.map(({ text, at, until }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a notice has no name of its own here
          <section key={i}>
            <h2>{text.title}</h2>
            <p className="quiet">
              {sayDay(at, now)}张贴{until === null ? '' : `，${sayUntil(until, now)}`}
            </p>
            {text.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
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
