/** 职责清单的导入：整份收下，或者逐行说明为什么不收。 */
import { expect, test } from 'vitest';
import { pingluo } from '../../county/pingluo/county.ts';
import { readDutySheet } from '../../delivery/duty-sheet.ts';

const head = '编号,类别,事项,主管单位,依据,起,止';
const read = (...rows: string[]) => readDutySheet([head, ...rows].join('\n'), pingluo.units);

test('单位可以写名称或编号；止日空着是一直有效；引号里的逗号照收', () => {
  expect(
    read(
      'P23,配合履职,"建筑垃圾处置,清运",县住房和城乡建设局,县委办文件,2026-01-01,',
      'S05,上级部门收回,燃气监管,housing,省级文件,2026-01-01,2026-12-31',
    ),
  ).toEqual([
    {
      code: 'P23',
      kind: '配合履职',
      item: '建筑垃圾处置,清运',
      unit: 'housing',
      basis: '县委办文件',
      from: '2026-01-01',
      to: null,
    },
    {
      code: 'S05',
      kind: '上级部门收回',
      item: '燃气监管',
      unit: 'housing',
      basis: '省级文件',
      from: '2026-01-01',
      to: '2026-12-31',
    },
  ]);
});

test('不对的逐行指出，一行也不收', () => {
  const wrong = () =>
    read(
      'P1,配合履职,甲,县住房和城乡建设局,文件,2026-01-01,',
      'P2,别的,乙,没有这个局,文件,2026-1-1,',
      'P3,配合履职,,县公安局,文件,2026-05-01,2026-04-01',
      'P1,配合履职,甲,县公安局,文件,2026-06-01,',
    );
  expect(wrong).toThrow(/第 3 行“类别”/);
  expect(wrong).toThrow(/第 3 行“主管单位”：没有“没有这个局”这个单位/);
  expect(wrong).toThrow(/第 3 行“起”：应为日期/);
  expect(wrong).toThrow(/第 4 行“事项”：不能为空/);
  expect(wrong).toThrow(/第 5 行：“P1”与第 2 行的时段重叠/);
});

test('表头不对的说明应当是什么', () => {
  expect(() => readDutySheet('编号,事项\nP1,甲', pingluo.units)).toThrow(
    /表头缺少：类别、主管单位、依据、起、止/,
  );
  expect(() => readDutySheet('', pingluo.units)).toThrow(/表头缺少/);
});
