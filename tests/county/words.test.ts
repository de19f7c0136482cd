/** Every part of every rule's value, and every code in one, has a word an officer reads. */
import { expect, test } from 'vitest';
import type { Json } from '../../contract/rule.ts';
import { loadCounty } from '../../county/load.ts';

const { rules, ruleWords, units } = await loadCounty('pingluo');
const isWord = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
/** A day of a year, a telephone number, a code that is its own name; a unit, which the list of units names. */
const isPlain = (text: string): boolean =>
  /^(\d\d-\d\d|[\d-]+|[ET]\d+|)$/.test(text) || units.some(({ id }) => id === text);

function* latinIn(value: Json): Generator<string> {
  if (typeof value === 'string' && !isWord(value) && !isPlain(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value) && !isWord(name)) yield name;
    yield* latinIn(part as Json);
  }
}

test.each([...rules.values()].map(({ name, rows }) => [name, rows] as const))('%s', (name, rows) => {
  const words = ruleWords(name);
  const parts = new Set(rows.flatMap(({ value }) => [...latinIn(value)]));
  expect([...parts].filter((part) => !isWord(words[part] ?? ''))).toEqual([]);
});
