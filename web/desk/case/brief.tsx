/** What whoever decides has to see that no form says. A matter may draw its own; otherwise what reads as Chinese is shown. */
import type { Json } from '../../../contract/rule.ts';

type Brief = { readonly [name: string]: Json };

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

function sayJson(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item: Json) => sayJson(item)).join('；');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => isChinese(name))
      .map(([name, of]) => `${name}：${sayJson(of)}`)
      .join('；');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

export function Brief({ brief }: { readonly matter: string; readonly brief: Json }) {
  if (typeof brief !== 'object' || brief === null || Array.isArray(brief)) return null;
  const told = Object.entries(brief as Brief).filter(
    ([name, value]) => isChinese(name) && sayJson(value) !== '',
  );
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.flatMap(([name, value]) => [
        <dt key={`${name}/name`}>{name}</dt>,
        <dd key={name}>{sayJson(value)}</dd>,
      ])}
    </dl>
  );
}
