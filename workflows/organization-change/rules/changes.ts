/** What a change makes of the register's row, and what it takes. Sources: 条例第十八条、第二十七条, 民非第十五条、第二十二条. */

import { missingOf } from '../../organization/rules/materials.ts';

export type ChangeItem = '名称' | '住所' | '业务范围' | '注册资金' | '法定代表人';
export type ChangeMaterials = {
  readonly always: readonly string[];
  /** Under a supervising unit. */
  readonly dual: readonly string[];
  readonly items: { readonly [item in ChangeItem]: readonly string[] };
};

type Row = {
  readonly name: string;
  readonly residence: string;
  readonly scope: readonly string[];
  readonly capitalFen: number;
  readonly legalRepresentative: string;
  readonly legalRepresentativeId: string;
  readonly people: readonly string[];
};
type Asked = {
  readonly item: ChangeItem;
  readonly name?: { readonly name: string } | undefined;
  readonly residence?: string | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly capitalFen?: number | undefined;
  readonly legalRepresentative?:
    | { readonly name: string; readonly identity: { readonly hash: string } }
    | undefined;
};

/** The field of the application that says what an item becomes. */
export const fieldOf = {
  名称: 'name',
  住所: 'residence',
  业务范围: 'scope',
  注册资金: 'capitalFen',
  法定代表人: 'legalRepresentative',
} as const satisfies { readonly [item in ChangeItem]: keyof Asked };

/** The row with the item changed, and nothing else. */
export function changed<R extends Row>(row: R, asked: Asked): R {
  const { name, residence, scope, capitalFen, legalRepresentative } = asked;
  switch (asked.item) {
    case '名称':
      return name ? { ...row, name: name.name } : row;
    case '住所':
      return residence ? { ...row, residence } : row;
    case '业务范围':
      return scope ? { ...row, scope } : row;
    case '注册资金':
      return capitalFen === undefined ? row : { ...row, capitalFen };
    case '法定代表人':
      return legalRepresentative
        ? {
            ...row,
            legalRepresentative: legalRepresentative.name,
            legalRepresentativeId: legalRepresentative.identity.hash,
            people: [...new Set([...row.people, legalRepresentative.identity.hash])],
          }
        : row;
  }
}

/** What is still missing, each with the reason it is asked for. */
export function missingMaterials(
  item: ChangeItem,
  isDual: boolean,
  given: readonly { readonly name: string }[],
  required: ChangeMaterials,
): readonly { readonly item: string; readonly reason: string }[] {
  const asked = [...required.always, ...(isDual ? required.dual : []), ...required.items[item]];
  return missingOf(asked, given, `变更${item}应当提交`);
}
