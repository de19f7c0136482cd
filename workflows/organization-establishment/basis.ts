/** What registration goes by. Articles are those of the texts of 2016 and 1998; a limit's own basis comes with its row. */
import type { OrganizationType } from '../organization/rules/uscc.ts';

const ordinance: { readonly [type in OrganizationType]: string } = {
  社会团体: '社会团体登记管理条例（2016年修订）',
  民办非企业单位: '民办非企业单位登记管理暂行条例（1998年）',
};

/** Articles of either ordinance, whichever the organisation falls under. */
export const ordinanceOf = (
  type: OrganizationType,
  of: { readonly [t in OrganizationType]: string },
): string => `${ordinance[type]}${of[type]}`;
export const licensing = (article: string): string => `行政许可法（2019年修正）${article}`;
export const naming = (article: string): string => `社会组织名称管理办法（民政部令第69号）${article}`;
export const party = '民政部关于社会组织成立登记时同步开展党建工作有关问题的通知（2016年9月）第二条';
export const rule = (about: string): string => `社会组织登记县级规则（待县确认）：${about}`;
