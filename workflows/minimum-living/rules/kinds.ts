/** The kinds that 57 itself names; what falls under each is a dated list. */
export const incomeKinds = ['工资性收入', '经营净收入', '财产净收入', '转移净收入', '其他收入'] as const;
export type IncomeKind = (typeof incomeKinds)[number];

export const deductionKinds = ['残疾或重病刚性支出', '必要就业成本'] as const;
export type DeductionKind = (typeof deductionKinds)[number];

/** Under which limit a thing owned falls. */
export const propertyLimitKinds = ['金融资产', '机动车', '住房', '市场主体出资', '不计'] as const;
export type PropertyLimit = (typeof propertyLimitKinds)[number];

export const difficulties = ['一般', '较重', '严重'] as const;
export type Difficulty = (typeof difficulties)[number];
