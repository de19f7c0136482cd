/** 名称管理办法第十六条: until when a name given up is nobody's. */
import { addMonths, dateText, parseDate } from '../../engine/clock/time.ts';

export const nameUntil = (from: string, years: number): string =>
  dateText(addMonths(parseDate(from), 12 * years));
