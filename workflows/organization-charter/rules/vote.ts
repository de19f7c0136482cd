/** 章程的修改：到会三分之二以上，到会的三分之二以上赞成。 Source: 社会团体章程示范文本. */

export type Vote = { readonly due: number; readonly present: number; readonly favour: number };
/** Shares as fractions, so that nothing is rounded. */
export type Majority = {
  readonly present: readonly [of: number, outOf: number];
  readonly favour: readonly [of: number, outOf: number];
};

const reaches = (part: number, whole: number, [of, outOf]: readonly [number, number]): boolean =>
  part * outOf >= whole * of;

/** What the vote falls short of. */
export function shortcomings({ due, present, favour }: Vote, majority: Majority): readonly string[] {
  const share = ([of, outOf]: readonly [number, number]): string => `${outOf}分之${of}`;
  return [
    ...(reaches(present, due, majority.present)
      ? []
      : [`应到${due}人，实到${present}人，不足${share(majority.present)}`]),
    ...(reaches(favour, present, majority.favour)
      ? []
      : [`实到${present}人，赞成${favour}人，不足${share(majority.favour)}`]),
  ];
}
