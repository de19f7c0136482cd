/** Documents made from the code say what the code says. `YIMEN_WRITE_DOCS=1` writes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCatalogue } from '../../contract/errors.ts';
import { readSettings, settingsSchema } from '../../contract/settings.ts';
import { newSecrets } from '../../stack/secrets.ts';

const root = new URL('../../', import.meta.url);

function kept(name: string, change: (was: string) => string): void {
  const file = new URL(name, root);
  const was = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  const now = change(was);
  if (process.env['YIMEN_WRITE_DOCS']) writeFileSync(file, now);
  expect(now.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const retries = { never: '不必', later: '稍后可以', 'after-refresh': '刷新之后' } as const;

test('docs/errors.md 与错误目录一致', () => {
  const rows = Object.entries(errorCatalogue).map(([code, { http, retry, title, next }]) => [
    `\`${code}\``,
    String(http),
    title,
    next,
    retries[retry],
  ]);
  kept('docs/errors.md', () =>
    [
      '# 错误',
      '',
      '每个错误都是 `application/problem+json`（RFC 9457）：`code` 不变，`detail` 说明这一次的情况和下一步，`fields` 逐项指出，`requestId` 供查日志。',
      '',
      table(['编码', 'HTTP', '是什么', '下一步', '原样重发'], rows),
      '',
    ].join('\n'),
  );
});

test('README 的配置表与 contract/settings.ts 一致', () => {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const without = schema.safeParse(undefined);
    const unset = !without.success ? '必填' : without.data === undefined ? '可不填' : `\`${without.data}\``;
    return [`\`${name}\``, schema.description ?? '', unset];
  });
  expect(rows.every(([, description]) => description !== '')).toBe(true);
  const [from, to] = ['<!-- 配置 -->', '<!-- 配置完 -->'];
  kept('README.md', (was) => {
    const [before = '', rest = ''] = was.split(from);
    const [, after = ''] = rest.split(to);
    return `${before}${from}\n\n${table(['变量', '含义', '不填时'], rows)}\n\n${to}${after}`;
  });
});

test('production 拒绝弱的、合用的、样例的密钥，一次列全', () => {
  const given = {
    ...newSecrets(),
    DATABASE_URL: 'postgres://yimen:local-only@db/yimen',
    TEMPORAL_ADDRESS: 'temporal:7233',
    YIMEN_VERIFICATION_URL: 'https://verification.example',
    YIMEN_SMS_URL: 'https://sms.example',
    YIMEN_BANK_URL: 'https://bank.example',
  };
  const strong = { ...given, DATABASE_URL: 'postgres://yimen:Jq0w7Hn2@db/yimen' };
  expect(readSettings(strong).YIMEN_PROFILE).toBe('production');
  expect(readSettings({ ...given, YIMEN_PROFILE: 'local' }).YIMEN_PROFILE).toBe('local');
  const zero = `k:${Buffer.alloc(32).toString('base64')}`;
  const shared = `x:${given.YIMEN_IDENTITY_KEYS.split(':')[1]}`;
  const weak = {
    ...given,
    YIMEN_PAYLOAD_KEYS: zero,
    YIMEN_CALLBACK_KEYS: shared,
    YIMEN_OUTSIDE_TOKEN: 'a'.repeat(16),
  };
  const said = (() => {
    try {
      readSettings(weak);
      return '';
    } catch (error) {
      return String(error);
    }
  })();
  for (const name of [
    'YIMEN_PAYLOAD_KEYS: 太弱',
    'YIMEN_OUTSIDE_TOKEN: 太弱',
    'YIMEN_CALLBACK_KEYS: 与 YIMEN_IDENTITY_KEYS 相同',
    'DATABASE_URL: 是样例密码',
  ])
    expect(said).toContain(name);
});

test('docs/security.md 说的测试都在', () => {
  const text = readFileSync(new URL('docs/security.md', root), 'utf8');
  const named = [...text.matchAll(/`((?:api|delivery|engine|outside|project)\/[a-z-]+)`/g)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(15);
  for (const name of named)
    expect([name, existsSync(new URL(`tests/${name}.test.ts`, root))]).toEqual([name, true]);
});
