/** What a whistle goes by: the county's plan names the mechanism; the rules are the county's, by number. */
export const plan = '平罗县民政事业发展“十四五”规划：“乡镇吹哨、部门报到”工作机制';
/** A rule of the county's measures, still to be confirmed by the county. */
export const rule = (about: string): string => `${plan}；县级办法（待县确认）：${about}`;
