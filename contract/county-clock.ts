/** One clock for the workflow, the API and the database. All three numbers in epoch ms but `speed`, a plain ratio. */
export type CountyClock = { readonly wall0: number; readonly county0: number; readonly speed: number };

export const wallClock: CountyClock = { wall0: 0, county0: 0, speed: 1 };

export const countyTime = (clock: CountyClock, wall: number): number =>
  Math.floor(clock.county0 + (wall - clock.wall0) * clock.speed);

/** The wall instant at which the county clock will show `county`. */
export const wallTime = (clock: CountyClock, county: number): number =>
  Math.ceil(clock.wall0 + (county - clock.county0) / clock.speed);

/** How far one move of a trial clock reaches, and where it ends: calendars and dates are written for these years. */
export const longestMove = 3_660 * 86_400_000;
export const lastInstant = Date.parse('2100-01-01T00:00:00+08:00');

/** An ISO 8601 period of days, hours, minutes and seconds (P3D, PT30M), in ms. */
export function parsePeriod(text: string): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!parts) throw new RangeError(`not a period: ${text}`);
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
}
