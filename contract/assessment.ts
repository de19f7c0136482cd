/** 考核 as a supervisor reads it: units down, metrics across. The same on the screen and in the workbook. */
import type { Assessment } from './responses/supervision.ts';

type Measured = Assessment['metrics'][number];
export type AssessmentTable = {
  readonly matter: string;
  readonly title: string;
  readonly of: Measured['of'];
  readonly metrics: readonly { readonly name: string; readonly formula: string }[];
  readonly rows: readonly {
    readonly name: string;
    /** By metric; undefined where there was nothing to measure. */
    readonly cells: readonly (Measured | undefined)[];
  }[];
};

export const measuredOf: { readonly [of in Measured['of']]: string } = {
  shared: '三率（主办和登记的单位分成）',
  lead: '主办单位',
  unit: '办理单位',
  branch: '派到的单位',
  opener: '登记单位',
};

const once = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export function assessmentTables(metrics: Assessment['metrics']): readonly AssessmentTable[] {
  return once(metrics.map(({ matter }) => matter)).flatMap((matter) =>
    (Object.keys(measuredOf) as Measured['of'][]).flatMap((of) => {
      const own = metrics.filter((one) => one.matter === matter && one.of === of);
      if (own.length === 0) return [];
      const named = once(own.map(({ metric }) => metric));
      return [
        {
          matter,
          title: own[0]?.title ?? matter,
          of,
          metrics: named.map((name) => ({
            name,
            formula: own.find(({ metric }) => metric === name)?.formula ?? '',
          })),
          rows: once(own.map(({ name }) => name)).map((name) => ({
            name,
            cells: named.map((metric) => own.find((one) => one.name === name && one.metric === metric)),
          })),
        },
      ];
    }),
  );
}

/** 93.3%; of those with nothing to measure, a dash. */
export const sayRate = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`);
