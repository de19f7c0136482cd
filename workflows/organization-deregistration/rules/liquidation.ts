/** 条例第二十一条、民非第十七条：申请注销应当提交的材料；没有业务主管单位的，不交它的审查文件。 */
import { missingOf } from '../../organization/rules/materials.ts';

/** What is still missing, each with the reason it is asked for. */
export const missingMaterials = (
  isDual: boolean,
  given: readonly { readonly name: string }[],
  required: readonly string[],
): readonly { readonly item: string; readonly reason: string }[] =>
  missingOf(
    required.filter((item) => isDual || !item.startsWith('业务主管单位')),
    given,
    '申请注销登记应当提交',
  );
