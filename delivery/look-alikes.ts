/** 近似名称: what reads or looks like a name. A person decides what to make of it. */
import { distance } from 'fastest-levenshtein';
import { pinyin } from 'pinyin-pro';

export type LookAlike = {
  readonly name: string;
  /** From 0 to 1, the same. */
  readonly likeness: number;
  readonly how: '字形' | '读音';
};

/** What is left of a name without what every name has: its region, its form. */
export type Common = { readonly prefix: string; readonly suffixes: readonly string[] };

function core(name: string, { prefix, suffixes }: Common): string {
  const local = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const form = suffixes
    .filter((suffix) => local.endsWith(suffix) && local.length > suffix.length)
    .sort((a, b) => b.length - a.length)[0];
  return form ? local.slice(0, -form.length) : local;
}

const read = (text: string): string => pinyin(text, { toneType: 'none', separator: ' ' });
const likeness = (one: string, other: string): number =>
  1 - distance(one, other) / Math.max(one.length, other.length, 1);

/** The most alike first, none below `least`. */
export function lookAlikes(
  name: string,
  others: readonly string[],
  common: Common,
  { least = 0.6, most = 10 } = {},
): readonly LookAlike[] {
  const own = core(name, common);
  const ownSound = read(own);
  return [...new Set(others)]
    .filter((other) => other !== name)
    .map((other): LookAlike => {
      const theirs = core(other, common);
      const [shape, sound] = [likeness(own, theirs), likeness(ownSound, read(theirs))];
      const rounded = Math.round(Math.max(shape, sound) * 100) / 100;
      return { name: other, likeness: rounded, how: shape >= sound ? '字形' : '读音' };
    })
    .filter(({ likeness: of }) => of >= least)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, most);
}
