/** 变异测试改的每一处都在代码里，只有一处：改了代码的，变异跟着改。 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from '../mutants/mutants.ts';

test('每处变异在它的文件里正好有一处', () => {
  expect(mutants.length).toBeGreaterThan(150);
  const texts = new Map<string, string>();
  for (const { file, from } of mutants) {
    const text = texts.get(file) ?? readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    texts.set(file, text);
    expect([file, from, text.split(from).length - 1]).toEqual([file, from, 1]);
  }
});
