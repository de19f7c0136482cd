import { z } from '@hono/zod-openapi';

/** A month, as a request names it. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '应为年月，如 2026-11');

/** A month or a year, as a request names it. */
export const period = z
  .string()
  .regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '应为年月，如 2026-11，或者年，如 2026')
  .openapi({ description: '年月或者年', example: '2026-11' });
