/** What the life of an organisation goes by. Articles are those of the texts of 2016 and 1998. */
import type { OrganizationType } from './rules/uscc.ts';

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
export const rule = (about: string): string => `社会组织登记县级规则（待县确认）：${about}`;
