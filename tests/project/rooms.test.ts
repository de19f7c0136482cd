/** 一个事项、一个县的内容只在它自己的文件夹里。 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pingluo } from '../../county/pingluo/county.ts';
import { departments, townships } from '../../county/pingluo/units.ts';
import { matters } from '../../workflows/index.ts';

const root = new URL('../../', import.meta.url);
const product = ['activities', 'api', 'client', 'contract', 'db', 'delivery', 'engine', 'security', 'worker'];

type Source = { readonly path: string; readonly text: string };

const sourcesIn = (room: string): readonly Source[] =>
  readdirSync(new URL(`${room}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql)$/.test(name))
    .map((name) => ({
      path: `${room}/${name}`,
      text: readFileSync(new URL(`${room}/${name}`, root), 'utf8'),
    }));

/** Lines of code that say a word; what a comment tells for example is no dependence. */
const saying = (sources: readonly Source[], words: readonly string[]): readonly string[] =>
  sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const code = line.replace(/^\s*(\/?\*.*|--.*)$/, '').replace(/\/\/.*$/, '');
      return words.some((word) => code.includes(word)) ? [`${path}:${i + 1}: ${line.trim()}`] : [];
    }),
  );

test('事项的代码和名称只在 workflows/<事项>/ 和 workflows/index.ts', () => {
  const words = matters.flatMap(({ code, numbering, title }) => [
    `'${code}`,
    `/${code}/`,
    numbering.word,
    title,
  ]);
  expect(words.length).toBeGreaterThan(0);
  const elsewhere = [
    ...product,
    'workflows/shell',
    'workflows/stages',
    'workflows/wording',
    'county/calendars',
    'county/pingluo',
  ].flatMap(sourcesIn);
  expect(saying(elsewhere, words)).toEqual([]);
});

test('县的单位和地名只在 county/<县>/', () => {
  const { units, name } = pingluo;
  const words = [
    name.slice(0, 2),
    '宁夏',
    ...Object.values(townships).map((township) => township.slice(0, -1)),
    ...Object.values(departments),
    ...units.filter(({ kind }) => kind !== 'county').map(({ id }) => `'${id}'`),
  ];
  const elsewhere = [
    ...product,
    'workflows/shell',
    'workflows/stages',
    'workflows/wording',
    'county/calendars',
  ].flatMap(sourcesIn);
  expect(saying(elsewhere, words)).toEqual([]);
});

test('各事项的编号开头、用字各不相同：编号只说一件办件', () => {
  for (const part of ['prefix', 'word'] as const) {
    const all = matters.map(({ numbering }) => numbering[part]);
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
  }
});
