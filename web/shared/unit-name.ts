/** A unit as people call it. */
import { useQuery } from '@tanstack/react-query';
import { units } from './queries.ts';

/** Empty until the units are known. */
export function useUnitName(): (id: string) => string {
  const { data } = useQuery(units);
  return (id) => data?.get(id)?.name ?? '';
}
