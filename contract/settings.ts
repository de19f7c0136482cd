/** What a process takes from its environment, checked once at start. */
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

const says = <S extends z.ZodType>(schema: S, description: string): S => schema.describe(description);

/** Each with what it means to whoever runs the system; the table in README is made from here. */
export const settingsSchema = z.object({
  YIMEN_PROFILE: says(
    z.enum(['production', 'local', 'test', 'training']).default('production'),
    'production 不许一切只供试用的：调整县时钟、样例密钥',
  ),
  YIMEN_COUNTY: says(z.string().default('pingluo'), '哪个县：county/ 下的文件夹'),
  DATABASE_URL: says(z.url(), 'PostgreSQL 18 的地址；在同一台机器上的，可以加 `?host=套接字所在的文件夹`'),
  TEMPORAL_ADDRESS: says(z.string().min(1), 'Temporal 服务的地址，如 temporal:7233'),
  TEMPORAL_NAMESPACE: says(z.string().default('default'), 'Temporal 的命名空间'),
  YIMEN_TASK_QUEUE: says(z.string().default('cases'), 'Temporal 的任务队列'),
  YIMEN_WORKFLOW_PREFIX: says(
    z
      .string()
      .regex(/^[\w-]+$/)
      .default('yimen'),
    '工作流编号的开头，几个县合用一个命名空间时各不相同',
  ),
  YIMEN_PAYLOAD_KEYS: says(keyList, 'Temporal 载荷的密钥，`编号:base64`（32 字节），新的在前，逗号分开'),
  YIMEN_IDENTITY_KEYS: says(keyList, '数据库里身份证号码的密钥，写法同上'),
  YIMEN_MATCHING_KEY: says(z.string().min(32), '身份证号码据以比对的密钥；更换后须重新登记，不能轮换'),
  YIMEN_CALLBACK_KEYS: says(
    keyList,
    '外部系统签名的密钥，写法同上；编号说明是哪个系统，换密钥时在后面加点和数字：grid、grid.2',
  ),
  YIMEN_HOST: says(z.string().default('127.0.0.1'), '接口监听的地址'),
  YIMEN_PORT: says(port.default(8200), '接口监听的端口'),
  YIMEN_PUBLIC_ADDRESS: says(
    z.url().optional(),
    '群众看得到的地址，印在文书的二维码里，如 https://yimen.example.gov.cn；不填则为请求时的地址',
  ),
  YIMEN_PAGES: says(z.string().default('dist/web'), '构建好的页面在哪个文件夹（npm run pages）'),
  YIMEN_SAMPLE_PASSWORD: says(
    z.string().optional(),
    '样例人员的密码：设置后登录页列出所有人员，一按即登录；production 不许',
  ),
  YIMEN_OIDC_ISSUER: says(
    z.url().optional(),
    '统一身份平台（OpenID Connect）的地址；设置后登录页有“统一身份登录”',
  ),
  YIMEN_OIDC_CLIENT_ID: says(z.string().optional(), '在统一身份平台登记的客户端编号'),
  YIMEN_OIDC_CLIENT_SECRET: says(z.string().optional(), '客户端的密钥；没有密钥的公开客户端不填'),
  YIMEN_OIDC_CLAIM: says(z.string().default('preferred_username'), '统一身份平台的哪一项是这里的用户名'),
  YIMEN_PROXIES: says(
    z.coerce.number().int().min(0).max(5).default(0),
    '接口前面有几层自己的代理，各在 X-Forwarded-For 里添一项',
  ),
  YIMEN_METRICS_TOKEN: says(z.string().min(16).optional(), '读 /metrics 的令牌；不填则没有人能读'),
  YIMEN_VERIFICATION_URL: says(z.url(), '核对中心的地址'),
  YIMEN_SMS_URL: says(z.url(), '短信平台的地址'),
  YIMEN_BANK_URL: says(z.url(), '代发银行的地址'),
  YIMEN_GRID_URL: says(z.url().optional(), '网格平台的地址，告知它上报的办到哪一步；没有接通的不填'),
  YIMEN_HOTLINE_URL: says(z.url().optional(), '12345热线的地址，同上'),
  YIMEN_OUTSIDE_TOKEN: says(z.string().min(16), '本系统向外部系统出示的令牌'),
  YIMEN_MATERIALS: says(
    z.string().default('.local/materials'),
    '材料存在哪里：文件夹，或 S3 兼容存储桶的地址',
  ),
  YIMEN_S3_KEY_ID: says(z.string().optional(), '存储桶的密钥编号'),
  YIMEN_S3_SECRET: says(z.string().optional(), '存储桶的密钥'),
  YIMEN_WORKFLOW_BUNDLE: says(z.string().default('.local/workflow-bundle.js'), '工作流包的位置'),
  YIMEN_KEEP_BUNDLE: says(z.stringbool().default(false), '照用已有的工作流包；production 总是如此'),
  YIMEN_DEPLOYMENT: says(z.string().optional(), '部署名，与下一项同时设置时办件留在开始时的 worker 版本'),
  YIMEN_BUILD_ID: says(z.string().optional(), '这一版的编号'),
  YIMEN_CONTINUE_AFTER_EVENTS: says(
    z.coerce.number().int().positive().optional(),
    '历史达到多少条时续办；不填则由 Temporal 建议',
  ),
  YIMEN_DELIVERIES: says(
    z.coerce.number().int().min(1).max(200).default(24),
    '一个接口进程同时送往 Temporal 的操作数，其余按先后等',
  ),
  YIMEN_COMMAND_PATIENCE_MS: says(
    z.coerce.number().int().positive().default(5_000),
    '一次操作等多久（毫秒），之后先答“待送达”',
  ),
  YIMEN_LOG: says(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), '日志详略'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Throws one readable error that names every variable that is missing or wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  // Set to nothing is not set: compose files and shells cannot say it otherwise.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  const problems = parsed.success
    ? weakSecrets(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  if (problems.length > 0 || !parsed.success) throw new Error(`环境变量有误：\n${problems.join('\n')}`);
  return parsed.data;
}

const isWeak = (bytes: Uint8Array): boolean => new Set(bytes).size < Math.min(12, bytes.length / 2);

/** In production: keys that were typed rather than drawn, one key for two purposes, a sample's password. */
function weakSecrets(settings: Settings): readonly string[] {
  if (settings.YIMEN_PROFILE !== 'production') return [];
  const lists = ['YIMEN_PAYLOAD_KEYS', 'YIMEN_IDENTITY_KEYS', 'YIMEN_CALLBACK_KEYS'] as const;
  const texts = ['YIMEN_MATCHING_KEY', 'YIMEN_OUTSIDE_TOKEN', 'YIMEN_METRICS_TOKEN'] as const;
  const secrets = [
    ...lists.flatMap((name) => settings[name].map(({ key }) => [name, key] as const)),
    ...texts.flatMap((name) => {
      const text = settings[name];
      return text === undefined ? [] : [[name, new Uint8Array(Buffer.from(text))] as const];
    }),
  ];
  const weak = secrets
    .filter(([, bytes]) => isWeak(bytes))
    .map(([name]) => `  ${name}: 太弱，请用 openssl rand -base64 32 生成`);
  const seen = new Map<string, string>();
  const shared = secrets.flatMap(([name, bytes]) => {
    const text = Buffer.from(bytes).toString('base64');
    const other = seen.get(text);
    seen.set(text, name);
    return other && other !== name ? [`  ${name}: 与 ${other} 相同，请各用各的`] : [];
  });
  const password = new URL(settings.DATABASE_URL).password;
  const sample = ['local-only', 'postgres', 'password', 'yimen'].includes(password)
    ? ['  DATABASE_URL: 是样例密码，请换一个']
    : [];
  const samplePeople =
    settings.YIMEN_SAMPLE_PASSWORD === undefined ? [] : ['  YIMEN_SAMPLE_PASSWORD: 只供试用，请去掉'];
  return [...new Set([...weak, ...shared, ...sample, ...samplePeople])];
}
