/** 只供经办人员看的登记簿: those of a month to print, or what stands in one to look through. */
import { useQuery } from '@tanstack/react-query';
import { filedRegisters } from '../shared/queries.ts';

export function FiledRegisters({ month }: { readonly month?: string }) {
  const { data = [] } = useQuery(filedRegisters);
  return data.map(({ name, searched }) => (
    <a
      key={name}
      href={`/api/v1/prints/registers/${encodeURIComponent(name)}?${searched ? 'q=' : `month=${month ?? ''}`}`}
      target="_blank"
      rel="noreferrer"
    >
      {name}
    </a>
  ));
}
