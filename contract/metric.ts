/** 考核指标: one number of decided acts over another, by whom. What it means is said with it, and never changes quietly. */
export type Counted = {
  /** Names of acts, whatever branch they are in. */
  readonly steps: readonly string[];
  readonly outcomes?: readonly string[];
  /** Only those decided before their limit ended. */
  readonly onTime?: true;
};

export type Metric = {
  readonly name: string;
  /** As people read it. */
  readonly formula: string;
  /** Of the unit whose act it was, or of the unit that opened the case. */
  readonly of: 'unit' | 'opener';
  readonly counted: Counted;
  readonly among: Counted;
};
