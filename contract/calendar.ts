/** The working calendar as data: what a day is, by whose notice, and whether that notice has been issued. */

/** A day's date in county time (UTC+8), `YYYY-MM-DD`. */
export type DateText = string;

/** One day or run of days that differs from the plain week, with the notice it comes from. */
export type CalendarEntry = {
  /** First and last day, both included. */
  readonly from: DateText;
  readonly to: DateText;
  /** `off`: a rest day (holiday or bridge day). `work`: a make-up working day (调休上班). */
  readonly kind: 'off' | 'work';
  /** What people call it: 国庆节, 春节调休上班. */
  readonly name: string;
  /** The notice or rule this comes from. */
  readonly basis: string;
  /** False while the county has not confirmed it (a local festival's dates): a deadline that leans on it says so. */
  readonly confirmed: boolean;
};

/** A whole calendar: the announced years' entries; any other year is 预计, from weekends and `projected` alone. */
export type Calendar = {
  /** Grows with every change; a deadline records the version it was computed with. */
  readonly version: string;
  readonly announcedYears: readonly number[];
  readonly entries: readonly CalendarEntry[];
  /** The holidays the law fixes, for years not announced. */
  readonly projected?: readonly CalendarEntry[];
  /** Office hours in minutes after midnight, for working hours and working minutes: [[510,720],[840,1080]]. */
  readonly officeHours: readonly (readonly [number, number])[];
};
