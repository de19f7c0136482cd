/** 条例第十一条、民非第九条：申请登记应当提交的材料。 */
import { missingOf } from '../../organization/rules/materials.ts';
import type { OrganizationType } from '../../organization/rules/uscc.ts';

/** By type, then what one way of registration asks for besides. */
export type RequiredMaterials = {
  readonly [of in OrganizationType | '双重管理' | '直接登记']: readonly string[];
};

/** What is still missing, each with the reason it is asked for. */
export function missingMaterials(
  of: { readonly type: OrganizationType; readonly route: '双重管理' | '直接登记' },
  given: readonly { readonly name: string }[],
  required: RequiredMaterials,
): readonly { readonly item: string; readonly reason: string }[] {
  const asked = [...required[of.type], ...required[of.route]];
  return missingOf(asked, given, `${of.type}${of.route}登记应当提交`);
}
