/** A filing of an event for a test. */
export const eventForm = (
  uscc: string,
  resolvedOn: string,
  on: string,
  over: Record<string, unknown> = {},
) => ({
  uscc,
  kind: '论坛、研讨、展会、庆典',
  title: '枸杞产业论坛',
  on,
  place: '县文化馆',
  participants: 120,
  budgetFen: 2_000_000,
  plan: '邀请专家讲座两场。',
  resolvedOn,
  materials: [],
  ...over,
});
export const election = {
  kind: '换届选举',
  title: '第二届会员大会换届',
  candidates: [{ name: '马建国', post: '会长' }],
};
