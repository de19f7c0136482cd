/** 将办: what is drawn as still to come is what then comes. */
import { expect, test } from 'vitest';
import { ahead } from '../../engine/foresee.ts';
import { runOf } from '../../engine/ledger/state.ts';
import { histories, statesOf } from '../setup/histories.ts';

const statesIn = (part: string) => {
  const file = histories.find((one) => one.includes(part));
  return file ? [...statesOf(file)] : [];
};

test.each(['1-确认同意', '准予登记', 'organization-deregistration-1-注销', '核准'])(
  '顺利办成的（%s）：登记时推得的将办，后来一一都办了，没有别的',
  (part) => {
    const [opened, ...rest] = statesIn(part);
    const last = rest.at(-1);
    if (!opened || !last) throw new Error(`no history ${part}`);
    const begun = runOf(opened).open.map(({ key }) => key);
    const done = runOf(last)
      .trace.filter(({ act: { kind, key } }) => kind !== 'await' && !begun.includes(key))
      .map(({ act: { key } }) => key);
    expect(ahead(opened).map(({ key }) => key)).toEqual(expect.arrayContaining(done));
    expect(done).toEqual(expect.arrayContaining(ahead(opened).map(({ key }) => key)));
  },
);

test.each(histories)('%s：任何时候都推得出，不重复已办和在办的，不写还没有定的单位', (file) => {
  for (const state of statesOf(file)) {
    const { open, trace } = runOf(state);
    const met = new Set([...open, ...trace.map(({ act }) => act)].map(({ key }) => key));
    const keys = ahead(state).map(({ key }) => key);
    expect(keys.filter((key) => met.has(key) || key.split('/').includes('unit'))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('每年一次的只写下一次；办结的没有将办', () => {
  const states = statesIn('备案变更换届注销');
  expect(
    states.map((state) => ahead(state).filter(({ name }) => name.startsWith('年度检查')).length),
  ).toContain(1);
  expect(states.every((state) => ahead(state).length < 10)).toBe(true);
  const [closed] = statesIn('确认同意').slice(-1);
  expect(closed && ahead(closed)).toEqual([]);
});
