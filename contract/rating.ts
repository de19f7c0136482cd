/** 评价: the five grades in which people say what they thought of a service. */
export const grades: Readonly<Record<number, string>> = {
  1: '非常不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '非常满意',
};
