/** What a stand-in remembers across restarts: what it was asked, by key. */
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../files.ts';

export type KeyedStore<T> = {
  readonly all: () => readonly T[];
  readonly find: (key: string) => T | undefined;
  readonly add: (key: string, item: T) => void;
  readonly save: () => void;
};

export function keyedStore<T>(path: string): KeyedStore<T> {
  const items = new Map<string, T>(
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [string, T][]) : [],
  );
  const save = (): void => writeWhole(path, JSON.stringify([...items]));
  return {
    all: () => [...items.values()],
    find: (key) => items.get(key),
    add(key, item) {
      items.set(key, item);
      save();
    },
    save,
  };
}
