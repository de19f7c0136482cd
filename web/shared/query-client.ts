/** What the pages have read. What never arrived is asked again; what was refused stays refused. */
import { QueryClient } from '@tanstack/react-query';
import { Refused } from './http.ts';

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: (n, error) => !(error instanceof Refused) && n < 3, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
