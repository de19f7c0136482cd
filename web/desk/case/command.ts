/** One command to a case: what it answers is on the page at once, and every list is read again. */
import { useQueryClient } from '@tanstack/react-query';
import type { PersonCommand } from '../../../contract/command.ts';
import { Refused } from '../../shared/http.ts';
import { caseOf, inboxKey } from '../../shared/queries.ts';
import { type Sending, useSending } from '../../shared/sending.ts';
import type { Submitted } from '../../shared/wire.ts';

export function useCommand(
  caseNo: string,
  seq: number,
  onDone: (answer: Submitted) => Promise<void>,
): Sending<PersonCommand> {
  const client = useQueryClient();
  const readInbox = (): void => void client.invalidateQueries({ queryKey: inboxKey });
  const readAgain = (): void => {
    void client.invalidateQueries({ queryKey: caseOf(caseNo).queryKey });
    readInbox();
  };
  return useSending<PersonCommand, Submitted>({
    path: `/cases/${caseNo}/commands`,
    seq,
    onDone: (answer) => {
      // Where the next case takes its place, this one is drawn no more.
      void onDone(answer).then(() => {
        client.setQueryData(caseOf(caseNo).queryKey, answer.view);
        readAgain();
      });
    },
    onSettled: readAgain,
    // Not answered, it may have been carried out: pressed again, it answers what became of it.
    onFailed: (failed) => (failed instanceof Refused ? readAgain() : readInbox()),
  });
}
