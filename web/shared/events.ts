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
  const listen = (): EventSource => {
    const opened = new EventSource('/api/v1/events');
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { caseNo } = JSON.parse(data) as { readonly caseNo: string };
      renew(caseNo);
    });
    opened.addEventListener('missed', () => renew());
    return opened;
  };
  let source = listen();
  const poll = setInterval(() => {
    if (source.readyState === EventSource.OPEN) return;
    renew();
    // Refused for good, as by a session that has ended: asked anew once somebody may have signed in again.
    if (source.readyState === EventSource.CLOSED) source = listen();
  }, pollMs);
  return () => {
    clearInterval(poll);
    source.close();
  };
}
