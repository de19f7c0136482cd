/** The registers of social organisations. */
import type { RegisterKind } from '../../engine/process/definition.ts';

/** By 统一社会信用代码: what is registered of an organisation. */
export const organizations = '社会组织';
/** By name: whose it is, and until when it may not be given to another. */
export const names = '社会组织名称';
/** By a keyed hash of the identity number: which 社会团体 somebody represents in law. Nobody's to look at. */
export const legalRepresentatives = '社会团体法定代表人';

/** By code and year: how the annual inspection was concluded. */
export const inspections = '社会组织年度检查';
/** By code: on which list an organisation is, why and since when. */
export const abnormal = '社会组织活动异常名录';
export const dishonest = '社会组织严重违法失信名单';

export const registers: { readonly [name: string]: RegisterKind } = {
  [organizations]: {
    open: [
      'uscc',
      'name',
      'type',
      'residence',
      'purpose',
      'scope',
      'area',
      'capitalFen',
      'legalRepresentative',
      'supervisingUnit',
      'state',
    ],
    soughtBy: ['uscc', 'name'],
  },
  [names]: { open: ['uscc', 'state'], soughtBy: [] },
  [legalRepresentatives]: { open: [], soughtBy: [] },
  [inspections]: { open: ['uscc', 'name', 'year', 'conclusion'], soughtBy: ['uscc', 'name'] },
  [abnormal]: { open: ['uscc', 'name', 'ground', 'decision', 'state'], soughtBy: ['uscc', 'name'] },
  [dishonest]: { open: ['uscc', 'name', 'ground', 'decision', 'state'], soughtBy: ['uscc', 'name'] },
};
