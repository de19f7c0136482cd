/** What the lists go by. */
export const credit = (article: string): string => `社会组织信用信息管理办法（民政部令第60号）${article}`;
