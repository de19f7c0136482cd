/** 共同生活家庭成员 (57 art. 7) and who may apply alone (57 art. 8; 83 一). */
export const relations = [
  '本人',
  '配偶',
  '未成年子女',
  '不能独立生活的成年子女',
  '其他有法定义务并长期共同居住的人员',
  '其他',
] as const;
export type Relation = (typeof relations)[number];

export const exclusions = ['脱离家庭三年以上的宗教教职人员', '在监狱服刑或强制隔离戒毒', '宣告失踪'] as const;
export type Exclusion = (typeof exclusions)[number];

export const aloneReasons = [
  '低保边缘家庭中的重度残疾人',
  '低保边缘家庭中的重病患者',
  '宗教教职人员',
  '成年无业重度残疾人',
  '县级以上民政部门规定的其他人员',
] as const;
export type AloneReason = (typeof aloneReasons)[number];

export type Disability = {
  readonly type: '视力' | '听力' | '言语' | '肢体' | '智力' | '精神' | '多重';
  readonly grade: number;
};
export type Member = {
  readonly name: string;
  /** YYYY-MM-DD, where it is known. */
  readonly birthDate?: string | undefined;
  readonly relation: Relation;
  readonly exclusion?: Exclusion | undefined;
  readonly disability?: Disability | undefined;
  readonly seriousIllness?: boolean | undefined;
};

export type MemberFinding = {
  readonly name: string;
  readonly counted: boolean;
  readonly why: string;
  readonly basis: string;
};

const article = (n: string): string => `最低生活保障审核确认办法（民发〔2021〕57号）第${n}条`;

/** Each person counted or not, and by which clause. */
export function household(members: readonly Member[]): readonly MemberFinding[] {
  return members.map(({ name, relation, exclusion }) => {
    if (exclusion) return { name, counted: false, why: exclusion, basis: article('七') };
    if (relation === '其他')
      return { name, counted: false, why: '不属于共同生活家庭成员', basis: article('七') };
    return { name, counted: true, why: relation, basis: article('七') };
  });
}

export type AloneFacts = {
  readonly reason: AloneReason;
  readonly inMarginFamily: boolean;
  readonly disability?: Disability | undefined;
  readonly seriousIllness: boolean;
  readonly clergyYears: number;
  readonly adultUnemployed: boolean;
};

const severe = ({ type, grade }: Disability): boolean =>
  grade <= 2 || (grade === 3 && (type === '智力' || type === '精神'));

/** Whether a person may apply as 单人户, with the clause that says so. */
export function mayApplyAlone(facts: AloneFacts): {
  readonly allowed: boolean;
  readonly why: string;
  readonly basis: string;
} {
  const { reason, disability } = facts;
  const say = (allowed: boolean, why: string, basis = article('八')) => ({ allowed, why, basis });
  switch (reason) {
    case '低保边缘家庭中的重度残疾人':
      if (!facts.inMarginFamily) return say(false, '不是低保边缘家庭成员');
      return disability && severe(disability)
        ? say(true, '低保边缘家庭中一级、二级残疾或三级智力、精神残疾人')
        : say(false, '残疾等级不符：须为一级、二级，或三级智力、精神残疾');
    case '低保边缘家庭中的重病患者':
      return say(
        facts.inMarginFamily && facts.seriousIllness,
        '低保边缘家庭中患有当地规定的重特大疾病的人员',
      );
    case '宗教教职人员':
      return say(
        facts.clergyYears >= 3,
        '脱离家庭、在宗教场所居住三年以上（含三年）的生活困难的宗教教职人员',
      );
    case '成年无业重度残疾人':
      return say(
        facts.adultUnemployed && disability !== undefined && disability.grade <= 2,
        '成年无业重度残疾人可以参照单人户',
        '民发〔2022〕83号一（一）',
      );
    case '县级以上民政部门规定的其他人员':
      return say(true, '县级以上民政部门规定的其他人员，须附规定依据');
  }
}
