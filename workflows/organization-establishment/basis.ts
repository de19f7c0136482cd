/** What registration goes by, besides what every matter of social organisations goes by. */
export const party = '民政部关于社会组织成立登记时同步开展党建工作有关问题的通知（2016年9月）第二条';
