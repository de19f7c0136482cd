/** What changes elsewhere is asked for again here, the moment it does; where the line is down, every few seconds. */
import type { QueryClient } from '@tanstack/react-query';
import { caseOf, inboxKey, sentTo, undelivered } from './queries.ts';

const pollMs = 10_000;

/** What changes while it is asked for is asked for once more after that: an answer on its way is never thrown away. */
function oneAtATime(ask: () => Promise<unknown>): () => void {
  let isUnderWay = false;
  let isWantedAgain = false;
  return () => {
    isWantedAgain = true;
    if (isUnderWay) return;
    isUnderWay = true;
    void (async () => {
      while (isWantedAgain) {
        isWantedAgain = false;
        // What could not be asked is told where it is shown.
        await ask().catch(() => {});
      }
      isUnderWay = false;
    })();
  };
}

export function followChanges(client: QueryClient): () => void {
  const again = (queryKey: readonly unknown[]) =>
    oneAtATime(async () => await client.invalidateQueries({ queryKey }));
  const changed = new Set<string>();
  const renewCases = oneAtATime(async () => {
    const cases = [...changed];
    changed.clear();
    await Promise.all(cases.map((caseNo) => client.invalidateQueries({ queryKey: caseOf(caseNo).queryKey })));
  });
  const renewEvery = again(['case']);
  const renewInbox = again(inboxKey);
  const renewUndelivered = again(undelivered.queryKey);
  const renew = (caseNo?: string): void => {
    if (caseNo === undefined) renewEvery();
    else {
      changed.add(caseNo);
      renewCases();
    }
    renewInbox();
    renewUndelivered();
  };
  const listen = (): EventSource => {
    const opened = new EventSource('/api/v1/events');
    opened.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { caseNo } = JSON.parse(data) as { readonly caseNo: string };
      // What is being pressed here is read again by whoever presses, once it is answered.
      if (client.isMutating({ mutationKey: sentTo(`/cases/${caseNo}/commands`) }) === 0) renew(caseNo);
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
