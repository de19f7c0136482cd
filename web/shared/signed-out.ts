/** A session that has ended: whatever asked for it waits until somebody has signed in, then goes on. */
import { useCallback, useEffect, useState } from 'react';
import { onSignedOut } from './http.ts';

let waiting: (() => void)[] = [];

export type SignedOut = {
  /** Somebody has to sign in. */
  readonly asks: boolean;
  /** They have: everything goes on. */
  readonly goOn: () => void;
  /** Whoever was here has left: nothing of theirs goes on, and what they typed is gone. */
  readonly forget: () => void;
};

export function useSignedOut(): SignedOut {
  const [asks, setAsks] = useState(false);
  useEffect(
    () =>
      onSignedOut(
        () =>
          new Promise((resolve) => {
            waiting.push(resolve);
            setAsks(true);
          }),
      ),
    [],
  );
  const goOn = useCallback(() => {
    setAsks(false);
    for (const go of waiting.splice(0)) go();
  }, []);
  const forget = useCallback(() => {
    waiting = [];
    sessionStorage.clear();
  }, []);
  return { asks, goOn, forget };
}
