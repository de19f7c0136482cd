/** One command to a case, from the press to what became of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PersonCommand } from '../../../contract/command.ts';
import { Refused, send, statusOf } from '../../shared/http.ts';
import { caseOf, inbox } from '../../shared/queries.ts';
import type { Problem, Submitted } from '../../shared/wire.ts';

/** Also where the page is not served over TLS. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Pressed = { readonly said: string; readonly key: string };

export type Pressing = {
  readonly press: (body: PersonCommand) => void;
  readonly isPending: boolean;
  /** Taken down, not yet carried out: it will be, by itself. */
  readonly isWaiting: boolean;
  readonly problem: Problem | undefined;
  /** Nobody answered, or something of ours failed. */
  readonly fault: string | undefined;
};

/** The same content pressed again is the same command; other content is another. */
export function useCommand(caseNo: string, seq: number, onDone: (answer: Submitted) => void): Pressing {
  const client = useQueryClient();
  const last = useRef<Pressed>(undefined);
  const [waitingFor, setWaitingFor] = useState<string>();
  const pressing = useMutation({
    mutationFn: async (body: PersonCommand) => {
      const said = JSON.stringify(body);
      if (last.current?.said !== said) last.current = { said, key: newKey() };
      const { key } = last.current;
      return { key, sent: await send<Submitted>(`/cases/${caseNo}/commands`, body, { key, seq }) };
    },
    onSuccess: ({ key, sent }) => {
      void client.invalidateQueries({ queryKey: inbox.queryKey });
      if (sent.kind === 'waiting') {
        setWaitingFor(key);
        return;
      }
      last.current = undefined;
      client.setQueryData(caseOf(caseNo).queryKey, sent.answer.view);
      onDone(sent.answer);
    },
    onError: (error) => {
      if (error instanceof Refused) void client.invalidateQueries({ queryKey: caseOf(caseNo).queryKey });
    },
  });
  const { data: status } = useQuery({
    queryKey: ['command', waitingFor],
    queryFn: () => statusOf(waitingFor ?? ''),
    enabled: waitingFor !== undefined,
    refetchInterval: 1_000,
  });
  useEffect(() => {
    if (!status || status.state === 'waiting' || status.id !== waitingFor) return;
    setWaitingFor(undefined);
    last.current = undefined;
    void client.invalidateQueries({ queryKey: caseOf(caseNo).queryKey });
    void client.invalidateQueries({ queryKey: inbox.queryKey });
  }, [status, waitingFor, client, caseNo]);
  const { error } = pressing;
  return {
    press: (body) => {
      // A double click is one press.
      if (!pressing.isPending) pressing.mutate(body);
    },
    isPending: pressing.isPending,
    isWaiting: waitingFor !== undefined,
    problem: error instanceof Refused ? error.problem : undefined,
    fault: error && !(error instanceof Refused) ? error.message : undefined,
  };
}
