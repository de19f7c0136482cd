/** 条例第二十一条、民非第十七条：清算结束之日起十五日内申请注销。 */

const dayMs = 86_400_000;

/** Days from the end of the liquidation to its report. */
export const daysAfter = (endedOn: string, reportedOn: string): number =>
  Math.round((Date.parse(`${reportedOn}T00:00:00Z`) - Date.parse(`${endedOn}T00:00:00Z`)) / dayMs);

/** What is still missing, each with the reason it is asked for. */
export const missingMaterials = (
  isDual: boolean,
  given: readonly { readonly name: string }[],
  required: readonly string[],
): readonly { readonly item: string; readonly reason: string }[] =>
  required
    .filter((item) => isDual || !item.startsWith('业务主管单位'))
    .filter((item) => !given.some(({ name }) => name === item))
    .map((item) => ({ item, reason: '申请注销登记应当提交' }));
