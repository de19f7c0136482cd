/** What a stand-in remembers across restarts: what it was asked, by key. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
  mkdirSync(dirname(path), { recursive: true });
  const save = (): void => writeFileSync(path, JSON.stringify([...items]));
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
