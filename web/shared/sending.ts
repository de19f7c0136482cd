/** Something sent that must be carried out once, from the press to what became of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, Refused, send } from './http.ts';
import { newKey } from './key.ts';
import { sentTo, undelivered } from './queries.ts';
import type { CommandStatus, Problem } from './wire.ts';

type Pressed = { readonly said: string; readonly key: string };

/** Kept in this tab: a page that is loaded again while nothing has been heard sends under the same key. */
const lastPress = (path: string) => {
  const name = `sent/${path}`;
  return {
    read: (): Pressed | undefined => JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined,
    keep: (pressed: Pressed) => sessionStorage.setItem(name, JSON.stringify(pressed)),
    drop: () => sessionStorage.removeItem(name),
  };
};

export type Sending<Body> = {
  readonly press: (body: Body) => void;
  readonly isPending: boolean;
  /** Taken down, not yet carried out: it will be, by itself. */
  readonly isWaiting: boolean;
  readonly problem: Problem | undefined;
  /** Nobody answered, or something of ours failed. */
  readonly fault: string | undefined;
};

/** The same content pressed again is the same press; other content is another. */
export function useSending<Body, Answer>({
  path,
  statusAt = '/commands',
  seq,
  onDone,
  onSettled,
  onFailed,
}: {
  readonly path: string;
  /** Where what became of it is asked. */
  readonly statusAt?: string;
  /** What the page had read of the case; refused where it has moved on. */
  readonly seq?: number;
  readonly onDone: (answer: Answer) => void;
  /** Carried out, or refused after all, after a wait. */
  readonly onSettled: (status: CommandStatus) => void;
  /** Refused, or not answered: what the page shows may be old. */
  readonly onFailed: (failed: Error) => void;
}): Sending<Body> {
  const last = lastPress(path);
  const client = useQueryClient();
  const [waitingFor, setWaitingFor] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    mutationKey: sentTo(path),
    mutationFn: async (body: Body) => {
      const said = JSON.stringify(body);
      const known = last.read();
      const pressed = known?.said === said ? known : { said, key: newKey() };
      last.keep(pressed);
      const { key } = pressed;
      return { key, sent: await send<Answer>(path, body, { key, ...(seq === undefined ? {} : { seq }) }) };
    },
    onSuccess: ({ key, sent }) => {
      if (sent.kind === 'waiting') {
        void client.invalidateQueries({ queryKey: undelivered.queryKey });
        setWaitingFor(key);
        return;
      }
      last.drop();
      onDone(sent.answer);
    },
    onError: onFailed,
  });
  const { data: status } = useQuery({
    queryKey: ['command', waitingFor],
    queryFn: () => get<CommandStatus>(`${statusAt}/${waitingFor}`),
    enabled: waitingFor !== undefined,
    refetchInterval: 1_000,
  });
  useEffect(() => {
    if (!status || status.state === 'waiting' || status.id !== waitingFor) return;
    setWaitingFor(undefined);
    last.drop();
    onSettled(status);
  }, [status, waitingFor, last, onSettled]);
  return {
    press: (body) => {
      // A double click is one press.
      if (!isPending) mutate(body);
    },
    isPending,
    isWaiting: waitingFor !== undefined,
    problem: error instanceof Refused ? error.problem : undefined,
    fault: error && !(error instanceof Refused) ? error.message : undefined,
  };
}
