/** What joint enforcement goes by. */
export const law = (article: string): string => `行政处罚法（2021年修订）${article}`;
export const rule = (about: string): string => `“乡镇吹哨、部门报到”县级办法（待县确认）：${about}`;
