/** 平罗县's units: the bureau of civil affairs, the departments and the 13 townships, by their ids. */
import type { Unit } from '../../contract/county.ts';

export const bureau = 'civil-affairs';
export const government = 'county-government';
export const command = 'command-centre';
/** 党建工作机构; which body it is is for the county to say. */
export const partyWork = 'party-work';
export const townships = {
  chengguan: '城关镇',
  huangquqiao: '黄渠桥镇',
  baofeng: '宝丰镇',
  toushi: '头闸镇',
  yaofu: '姚伏镇',
  chonggang: '崇岗镇',
  taole: '陶乐镇',
  gaoren: '高仁乡',
  lingsha: '灵沙乡',
  qukou: '渠口乡',
  tongfu: '通伏乡',
  gaozhuang: '高庄乡',
  hongyazi: '红崖子乡',
} as const;

export const departments = {
  police: '县公安局',
  'human-resources': '县人力资源和社会保障局',
  housing: '县住房和城乡建设局',
  'medical-insurance': '县医疗保障局',
  education: '县教育局',
  'disabled-federation': '县残疾人联合会',
  taxation: '县税务局',
  'natural-resources': '县自然资源局',
  'market-regulation': '县市场监督管理局',
  'emergency-management': '县应急管理局',
  'urban-management': '县综合执法局',
  ecology: '县生态环境分局',
  agriculture: '县农业农村局',
  health: '县卫生健康局',
} as const;

export const units: readonly Unit[] = [
  { id: government, name: '平罗县人民政府', kind: 'county', parent: null },
  { id: bureau, name: '平罗县民政局', kind: 'department', parent: government },
  { id: command, name: '平罗县社会治理指挥中心', kind: 'department', parent: government },
  { id: partyWork, name: '平罗县社会组织综合党委', kind: 'department', parent: government },
  ...Object.entries(departments).map(
    ([id, name]) => ({ id, name, kind: 'department', parent: government }) as const,
  ),
  ...Object.entries(townships).map(
    ([id, name]) => ({ id, name: `${name}人民政府`, kind: 'township', parent: government }) as const,
  ),
];
