/** One command to a case: what it answers is on the page at once, and every list is read again. */
import { useQueryClient } from '@tanstack/react-query';
import type { PersonCommand } from '../../../contract/command.ts';
import { caseOf, inboxKey } from '../../shared/queries.ts';
import { type Sending, useSending } from '../../shared/sending.ts';
import type { Submitted } from '../../shared/wire.ts';

export function useCommand(
  caseNo: string,
  seq: number,
  onDone: (answer: Submitted) => Promise<void>,
): Sending<PersonCommand> {
  const client = useQueryClient();
  const readAgain = (): void => {
    void client.invalidateQueries({ queryKey: caseOf(caseNo).queryKey });
    void client.invalidateQueries({ queryKey: inboxKey });
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
    onFailed: readAgain,
  });
}
