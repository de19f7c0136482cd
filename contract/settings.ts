/** What a process takes from its environment, checked once at start. docs and README list it from here. */
import { z } from 'zod';

const keyList = z.string().transform((text, context) => {
  const keys = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.split(':');
    return { id, key: new Uint8Array(Buffer.from(encoded, 'base64')) };
  });
  if (keys.some(({ id, key }) => id === '' || key.length !== 32)) {
    context.addIssue({
      code: 'custom',
      message: 'write keys as id:base64-of-32-bytes, the newest first, separated by commas',
    });
    return z.NEVER;
  }
  return keys;
});

const port = z.coerce.number().int().min(0).max(65_535);

export const settingsSchema = z.object({
  /** `production` refuses anything that is only for trying out: a moved clock, sample sign-ins shown. */
  YIMEN_PROFILE: z.enum(['production', 'local', 'test', 'training']).default('production'),
  /** Whose units, calendar and parameters: a folder of county/. */
  YIMEN_COUNTY: z.string().default('pingluo'),
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  YIMEN_TASK_QUEUE: z.string().default('cases'),
  /** Begins every workflow id, so that several counties can share a namespace. */
  YIMEN_WORKFLOW_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('yimen'),
  /** Keys that seal payloads in Temporal: `id:base64`, newest first. */
  YIMEN_PAYLOAD_KEYS: keyList,
  /** Keys that seal identity numbers in the database, newest first. */
  YIMEN_IDENTITY_KEYS: keyList,
  /** The key that turns an identity number into the hash it is matched by. It cannot be rotated without a rebuild. */
  YIMEN_MATCHING_KEY: z.string().min(32),
  /** Keys that sign callbacks from outside systems: `id:base64`. */
  YIMEN_CALLBACK_KEYS: keyList,
  YIMEN_HOST: z.string().default('127.0.0.1'),
  YIMEN_PORT: port.default(8200),
  /** How many proxies of ours stand before the API, each adding to X-Forwarded-For. */
  YIMEN_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Who may read /metrics: whoever sends this as a bearer token; without it nobody. */
  YIMEN_METRICS_TOKEN: z.string().min(16).optional(),
  YIMEN_VERIFICATION_URL: z.url(),
  YIMEN_SMS_URL: z.url(),
  YIMEN_BANK_URL: z.url(),
  YIMEN_OUTSIDE_TOKEN: z.string().min(16),
  /** A folder for materials, or an S3-compatible bucket. */
  YIMEN_MATERIALS: z.string().default('.local/materials'),
  YIMEN_S3_KEY_ID: z.string().optional(),
  YIMEN_S3_SECRET: z.string().optional(),
  YIMEN_WORKFLOW_BUNDLE: z.string().default('.local/workflow-bundle.js'),
  /** The bundle there is to be used as it is; in production it always is. */
  YIMEN_KEEP_BUNDLE: z.stringbool().default(false),
  /** Set in production: cases stay with the worker version they were started on. */
  YIMEN_DEPLOYMENT: z.string().optional(),
  YIMEN_BUILD_ID: z.string().optional(),
  YIMEN_CONTINUE_AFTER_EVENTS: z.coerce.number().int().positive().optional(),
  YIMEN_COMMAND_PATIENCE_MS: z.coerce.number().int().positive().default(5_000),
  YIMEN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Throws one readable error that names every variable that is missing or wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = settingsSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`环境变量有误：\n${problems.join('\n')}`);
}
