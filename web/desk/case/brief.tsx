/** What whoever decides has to see that no form says: drawn from its own structure, in words. */
import type { ReactNode } from 'react';
import type { Json } from '../../../contract/rule.ts';
import { sayFen } from '../../shared/said.tsx';
import { sayMoment } from '../../shared/time.ts';
import { useNow } from '../../shared/time-bar.tsx';
import { useUnitName } from '../../shared/unit-name.ts';
import { briefWords, valueWords } from './brief-words.ts';

type Parts = { readonly [name: string]: Json };

const isParts = (value: Json | undefined): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The county's word for a part; a name that is Chinese already is its own. */
const wordOf = (name: string): string | undefined =>
  briefWords[name] ?? (/[\u4e00-\u9fff]/.test(name) ? name : undefined);

const told = (parts: Parts): readonly (readonly [name: string, word: string, value: Json])[] =>
  Object.entries(parts).flatMap(([name, value]) => {
    const word = wordOf(name);
    return word === undefined || isEmpty(value) ? [] : [[name, word, value] as const];
  });

export function Brief({ brief }: { readonly brief: Json }) {
  return isParts(brief) && told(brief).length > 0 ? (
    <section className="brief" aria-label="供参考">
      <PartList parts={brief} />
    </section>
  ) : null;
}

function PartList({ parts }: { readonly parts: Parts }) {
  return (
    <dl className="facts">
      {told(parts).flatMap(([name, word, value]) => [
        <dt key={`${name}/word`}>{word}</dt>,
        <dd key={name}>
          <Part name={name} value={value} />
        </dd>,
      ])}
    </dl>
  );
}

function Part({ name, value }: { readonly name: string; readonly value: Json }): ReactNode {
  const unitName = useUnitName();
  const now = useNow();
  if (Array.isArray(value)) return <Items name={name} items={value} />;
  if (isParts(value)) return <PartList parts={value} />;
  if (typeof value === 'number' && name.endsWith('Fen')) return sayFen(value);
  if (typeof value === 'number' && name === 'due') return sayMoment(value, now);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  return valueWords[text] ?? (unitName(text) || text);
}

/** A table where the items have parts; otherwise one after another. */
function Items({ name, items }: { readonly name: string; readonly items: readonly Json[] }) {
  const rows = items.filter(isParts);
  if (rows.length < items.length)
    return items.map((item, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not change its order
      <div key={i}>
        <Part name={name} value={item} />
      </div>
    ));
  const columns = [...new Map(rows.flatMap(told).map(([key, word]) => [key, word])).entries()];
  return (
    <table>
      <thead>
        <tr>
          {columns.map(([key, word]) => (
            <th key={key} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not change its order
          <tr key={i}>
            {columns.map(([key]) => {
              const value = row[key];
              return (
                <td key={key}>
                  {value === undefined || isEmpty(value) ? '' : <Part name={key} value={value} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
