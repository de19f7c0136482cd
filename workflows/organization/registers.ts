/** The registers of social organisations. */
import type { RegisterKind } from '../../engine/process/said.ts';

/** By 统一社会信用代码: what is registered of an organisation. */
export const organizations = '社会组织';
/** By name: whose it is, and until when it may not be given to another. */
export const names = '社会组织名称';
/** By a keyed hash of the identity number: which 社会团体 somebody represents in law. Nobody's to look at. */
export const legalRepresentatives = '社会团体法定代表人';

/** By code: who holds which office, for the registrar alone. */
export const officers = '社会组织负责人';
/** By code and year: how the annual inspection was concluded. */
export const inspections = '社会组织年度检查';
/** By code: when its charter was approved, and what was amended. */
export const charters = '社会组织章程';
/** By code: on which list an organisation is, why and since when. */
export const abnormal = '社会组织活动异常名录';
export const dishonest = '社会组织严重违法失信名单';

const listed = { uscc: '统一社会信用代码', name: '名称', ground: '情形', decision: '文号', state: '状态' };

export const registers: { readonly [name: string]: RegisterKind } = {
  [organizations]: {
    open: {
      uscc: '统一社会信用代码',
      name: '名称',
      type: '类型',
      residence: '住所',
      purpose: '宗旨',
      scope: '业务范围',
      area: '活动地域',
      capitalFen: '注册资金（分）',
      legalRepresentative: '法定代表人',
      supervisingUnit: '业务主管单位',
      state: '状态',
    },
    soughtBy: ['uscc', 'name', 'residence'],
    states: ['存续', '清算', '注销', '撤销登记'],
  },
  [names]: { open: { uscc: '统一社会信用代码', state: '状态' }, soughtBy: [] },
  [legalRepresentatives]: { open: {}, soughtBy: [] },
  [officers]: {
    open: {},
    officers: {
      name: '社会组织',
      uscc: '统一社会信用代码',
      officers: '负责人（同一标记的是同一个人）',
      residence: '住所',
      state: '状态',
    },
    soughtBy: ['name', 'uscc', 'officers', 'residence'],
  },
  [inspections]: {
    open: { uscc: '统一社会信用代码', name: '名称', year: '年度', conclusion: '结论' },
    soughtBy: ['uscc', 'name'],
  },
  [charters]: {
    open: { uscc: '统一社会信用代码', name: '名称', amendments: '修改的内容' },
    soughtBy: ['uscc', 'name'],
  },
  [abnormal]: { open: listed, soughtBy: ['uscc', 'name'], states: ['列入', '移出'] },
  [dishonest]: { open: listed, soughtBy: ['uscc', 'name'], states: ['列入', '移出'] },
};
