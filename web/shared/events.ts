/** What changes elsewhere is asked for again here, the moment it does; where the line is down, every few seconds. */
import type { QueryClient } from '@tanstack/react-query';
import { caseOf, inboxKey, undelivered } from './queries.ts';

const pollMs = 10_000;

export function followChanges(client: QueryClient): () => void {
  const renew = (caseNo?: string): void => {
    void client.invalidateQueries({ queryKey: caseNo === undefined ? ['case'] : caseOf(caseNo).queryKey });
    void client.invalidateQueries({ queryKey: inboxKey });
    void client.invalidateQueries({ queryKey: undelivered.queryKey });
  };
  const source = new EventSource('/api/v1/events');
  source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
    const { caseNo } = JSON.parse(data) as { readonly caseNo: string };
    renew(caseNo);
  });
  source.addEventListener('missed', () => renew());
  const poll = setInterval(() => {
    if (source.readyState !== EventSource.OPEN) renew();
  }, pollMs);
  return () => {
    clearInterval(poll);
    source.close();
  };
}
