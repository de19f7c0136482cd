/** What was typed and not yet sent, kept in this tab: it outlives a reload and a lost connection, not the closing of the tab. */
export type Draft = {
  readonly read: () => unknown;
  readonly keep: (values: unknown) => void;
  readonly drop: () => void;
};

export function draft(name: string): Draft {
  const key = `draft/${name}`;
  return {
    read: () => {
      const kept = sessionStorage.getItem(key);
      return kept === null ? undefined : JSON.parse(kept);
    },
    keep: (values) => sessionStorage.setItem(key, JSON.stringify(values)),
    drop: () => sessionStorage.removeItem(key),
  };
}
