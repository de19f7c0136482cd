/** A rule's value as an officer reads it, in the words its rule has for its parts. */
import type { Json } from '../../../contract/rule.ts';
import { sayFen } from '../../shared/said.tsx';

type Words = { readonly [part: string]: string };

const isLimit = (value: { readonly [name: string]: Json }): boolean =>
  typeof value['amount'] === 'number' && typeof value['unit'] === 'string';

function sayPart(name: string, part: Json, words: Words): string {
  const fen = (name.endsWith('Fen') || name === 'RURAL' || name === 'URBAN') && typeof part === 'number';
  return `${words[name] ?? name} ${fen ? sayFen(part) : sayValue(part, words)}`;
}

export function sayValue(value: Json, words: Words): string {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return words[value] ?? value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? '没有' : value.map((item: Json) => sayValue(item, words)).join('；');
  const parts = value as { readonly [name: string]: Json };
  const { amount, unit, ...rest } = parts;
  const others = Object.entries(isLimit(parts) ? rest : parts).map(([name, part]) =>
    sayPart(name, part, words),
  );
  return [
    ...others,
    ...(isLimit(parts) ? [`${String(amount)} ${words[String(unit)] ?? String(unit)}`] : []),
  ].join('，');
}
