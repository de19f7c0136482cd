/** A press that is on its way is not pressed again, however fast the finger. */
import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

type Once<D, V> = Omit<UseMutationResult<D, Error, V>, 'mutate' | 'mutateAsync'> & {
  readonly mutate: (variables: V) => void;
};

/** As `useMutation`: a second press before the page is drawn anew would reach it too. */
export function useOnce<D, V = void>(options: UseMutationOptions<D, Error, V>): Once<D, V> {
  const isUnderWay = useRef(false);
  const { mutateAsync, ...mutation } = useMutation(options);
  return {
    ...mutation,
    mutate(variables) {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      void mutateAsync(variables)
        // It is in `error`, and told on the page.
        .catch(() => {})
        .finally(() => {
          isUnderWay.current = false;
        });
    },
  };
}
