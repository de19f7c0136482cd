/** A unit as people call it. */
import { useQuery } from '@tanstack/react-query';
import { units } from './queries.ts';

/** Empty until the units are known, and for what is none. */
export function useUnitName(): (id: string) => string {
  const { data } = useQuery(units);
  return (id) => data?.get(id)?.name ?? '';
}

/** What a list says of a case: a unit among it by its name. */
export function useLabels(): (labels: { readonly [name: string]: string }) => string {
  const unitName = useUnitName();
  return (labels) =>
    Object.values(labels)
      .map((value) => unitName(value) || value)
      .join(' ');
}
