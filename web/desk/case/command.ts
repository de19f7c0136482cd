/** One command to a case: what it answers is on the page at once, and every list is read again. */
import { useQueryClient } from '@tanstack/react-query';
import type { PersonCommand } from '../../../contract/command.ts';
import { caseOf, inboxKey } from '../../shared/queries.ts';
import { type Sending, useSending } from '../../shared/sending.ts';
import type { Submitted } from '../../shared/wire.ts';

export function useCommand(
  caseNo: string,
  seq: number,
  onDone: (answer: Submitted) => void,
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
      onDone(answer);
      // After the next case is on its way to the screen: this one is drawn again only if it stays.
      setTimeout(() => {
        client.setQueryData(caseOf(caseNo).queryKey, answer.view);
        void client.invalidateQueries({ queryKey: inboxKey });
      });
    },
    onSettled: readAgain,
    onRefused: readAgain,
  });
}
