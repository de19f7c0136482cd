/** How names are shown in public: enough for neighbours to know, not enough to be misused. */
const compoundSurnames = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '司徒',
];

/** 张三 → 张*；李小明 → 李*明；欧阳小明 → 欧阳*明；买买提·艾力 → 买*****力。 */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length <= 1) return '*';
  const surname = letters.length > 2 && compoundSurnames.includes(letters.slice(0, 2).join('')) ? 2 : 1;
  if (letters.length - surname <= 1)
    return letters.slice(0, surname).join('') + '*'.repeat(letters.length - surname);
  return `${letters.slice(0, surname).join('')}${'*'.repeat(letters.length - surname - 1)}${letters.at(-1)}`;
}
