/** What crosses the HTTP wire, as zod schemas: the API checks with them and serves them as OpenAPI. */
import { z } from '@hono/zod-openapi';
import type { PersonCommand } from './command.ts';
import { longestMove, parsePeriod } from './county-clock.ts';
import type { Json } from './rule.ts';

// A parsed JSON body holds nothing but JSON; a recursive schema would say so only to endless generators of documents.
const json = z.any() as z.ZodType<Json>;
const form = z.record(z.string(), json).openapi({ description: '按该结果或情况的表单填写' });
const act = z.string().min(1).max(200).openapi({ example: '材料审查' });
const opinion = z.string().max(2_000);

export const signInBody = z
  .object({ username: z.string().min(1).max(60), password: z.string().min(1).max(200) })
  .openapi('SignIn');

export const commandBody = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('claim'), act }),
    z.object({ type: z.literal('release'), act }),
    z.object({
      type: z.literal('decide'),
      act,
      outcome: z.string().min(1).max(60),
      form: form.optional(),
      opinion: opinion.optional(),
      notRelated: z
        .literal(true)
        .optional()
        .openapi({ description: '与备案的近亲属同名的，确认自己不是本人' }),
    }),
    z.object({
      type: z.literal('transfer'),
      act,
      to: z.object({ unit: z.string().min(1).max(60), person: z.string().min(1).max(60).optional() }),
      opinion,
    }),
    z.object({ type: z.literal('return'), act, target: act, mode: z.enum(['redo', 'direct']), opinion }),
    z.object({ type: z.literal('takeBack'), act, opinion }),
    z.object({ type: z.literal('affirm'), act, opinion }),
    z.object({ type: z.literal('urge'), act, opinion }),
    z.object({
      type: z.literal('supervise'),
      act,
      demand: opinion,
      reply: z
        .object({ amount: z.number().int().min(1).max(60), unit: z.enum(['workingDays', 'workingHours']) })
        .openapi({ description: '回复期限' }),
    }),
    z.object({ type: z.literal('suspend'), reason: z.string().min(1).max(60), opinion }),
    z.object({ type: z.literal('resume'), opinion }),
    z.object({
      type: z.literal('extend'),
      clock: z.string().min(1).max(60),
      reason: z.string().min(1).max(60),
      opinion,
    }),
    z.object({ type: z.literal('withdraw'), form: form.optional(), opinion }),
    z.object({
      type: z.literal('terminate'),
      reason: z.string().min(1).max(60),
      form: form.optional(),
      opinion,
    }),
    z.object({ type: z.literal('supplement'), fact: z.string().min(1).max(60), data: form }),
    z.object({
      type: z.literal('amend'),
      changes: form.openapi({
        description: '按路径写要更正的各项，如 members.0.name；写 null 的去掉这一项',
      }),
      opinion,
    }),
  ])
  .openapi('Command') satisfies z.ZodType<PersonCommand>;

const ownCase = {
  caseNo: z.string().min(1).max(60).openapi({ description: '办件号；照文书上的写法也可以' }),
  last: z.string().regex(/^[0-9]{3}[0-9Xx]$/, { error: '应为身份证号码的最后四位' }),
};
export const codeBody = z.object(ownCase).openapi('AskCode');
export const citizenSignInBody = z
  .object({ ...ownCase, code: z.string().regex(/^[0-9]{6}$/, { error: '应为短信里的六位数字' }) })
  .openapi('CitizenSignIn');

export const identityViewBody = z
  .object({
    field: z.string().min(1).max(200).openapi({ example: 'members.0.identity' }),
    purpose: z.string().trim().min(2, { error: '请写明为什么要看' }).max(100),
  })
  .openapi('AskIdentity');

const phone = z.string().regex(/^[0-9]{7,12}$/, { error: '应为电话号码，只写数字' });
export const objectionCodeBody = z.object({ phone }).openapi('AskObjectionCode');
export const objectionBody = z
  .object({
    objector: z.string().trim().min(1, { error: '请填写姓名' }).max(40),
    phone,
    code: z.string().regex(/^[0-9]{6}$/, { error: '应为短信里的六位数字' }),
    content: z.string().trim().min(1, { error: '请写明异议内容' }).max(2_000),
  })
  .openapi('Object');

export const applicantBody = z
  .object({ phone, code: z.string().regex(/^[0-9]{6}$/, { error: '应为短信里的六位数字' }) })
  .openapi('StartApplication');

export const ratingBody = z
  .object({ score: z.number().int().min(1).max(5), words: z.string().trim().max(500) })
  .openapi('Rate');

const why = z
  .string()
  .trim()
  .min(1, { error: '请写明依据或原因' })
  .max(500)
  .openapi({ description: '依据或原因，留存备查' });

/** Characters of the shortest password somebody may have. */
export const shortestPassword = 12;
const newPassword = z
  .string()
  .min(shortestPassword, { error: `口令至少${shortestPassword}位` })
  .max(200)
  .refine((text) => new Set(text).size >= 5, { error: '口令太简单，请换一个' });
const postTerm = {
  unit: z.string().min(1).max(60),
  role: z.string().min(1).max(60),
  from: z.iso.date({ error: '应为日期，如 2026-03-02' }),
  to: z.iso.date({ error: '应为日期，如 2026-12-31' }).optional(),
};
const isTerm = { error: '最后一日不能早于第一日', path: ['to'] };
const inOrder = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): boolean =>
  to === undefined || to >= from;
export const personBody = z
  .object({
    username: z.string().regex(/^[\w.-]{2,60}$/, { error: '用户名为2至60个字母、数字、点、横线' }),
    name: z.string().trim().min(1).max(40),
    identity: z.string().min(1).max(30),
    password: newPassword,
    ...postTerm,
    why,
  })
  .refine(inOrder, isTerm)
  .openapi('NewPerson');
export const postBody = z
  .object({ ...postTerm, why })
  .refine(inOrder, isTerm)
  .openapi('NewPost');
export const standInBody = z.object({ down: z.boolean() }).openapi('SwitchedStandIn');
export const unitBody = z
  .object({
    name: z.string().trim().min(2, { error: '请写单位名称' }).max(60),
    kind: z.enum(['county', 'department', 'township'], { error: '类别是县级、部门或者乡镇' }),
    parent: z.string().max(60).nullable().openapi({ description: '上级单位；最上级的没有' }),
    joined: z.string().max(60).nullable().default(null).openapi({ description: '并入哪个单位' }),
    why,
  })
  .openapi('ChangedUnit');
export const endPostBody = z.object({ to: postTerm.from, why }).openapi('EndPost');
export const passwordBody = z.object({ password: newPassword, why }).openapi('ResetPassword');
export const ownPasswordBody = z
  .object({ current: z.string().min(1).max(200), password: newPassword })
  .openapi('OwnPassword');

export const openBody = z
  .object({ matter: z.string().min(1).max(60), unit: z.string().min(1).max(60), form })
  .openapi('OpenCase');

export const clockBody = z
  .object({
    advance: z
      .string()
      .regex(/^P(?=\d|T\d)(?:\d{1,9}D)?(?:T(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?)?$/, {
        error: '应为天、时、分、秒的时段，如 P3D、PT30M；县时钟不能往回拨',
        abort: true,
      })
      .refine((period) => parsePeriod(period) <= longestMove, { error: '一次最多往后拨十年' })
      .optional(),
    speed: z.number().min(0.001).max(1_000_000).optional(),
  })
  .openapi('MoveClock');

const date = z.iso.date();
/** No notice of days off spans more; a longer one is a slip of the year. */
const longestDays = 31;
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

export const calendarBody = z
  .object({
    version: z.string().min(1).max(40),
    announcedYears: z.array(z.number().int().min(2000).max(2100)).max(50).default([]),
    entries: z
      .array(
        z
          .object({
            from: date,
            to: date,
            kind: z.enum(['off', 'work']),
            name: z.string().min(1).max(60),
            basis: z.string().min(1).max(200),
            confirmed: z.boolean(),
          })
          .refine(({ from, to }) => from <= to, { path: ['to'], error: '止日不能早于起日' })
          .refine(({ from, to }) => daysBetween(from, to) <= longestDays, {
            path: ['to'],
            error: `一段不能超过${longestDays}天，请核对年份`,
          }),
      )
      .min(1)
      .max(400)
      .superRefine((entries, { addIssue }) => {
        for (const [i, entry] of entries.entries()) {
          const twice = entries.slice(0, i).some(({ from, to }) => from <= entry.to && entry.from <= to);
          if (twice) addIssue({ code: 'custom', path: [i, 'from'], message: '同一通知里有的日期写了两次' });
        }
      }),
    why,
  })
  .openapi('CalendarNotice', {
    description: '节假日通知：追加在现行日历之后，与旧条目重叠的日期以新条目为准',
  });

export const ruleBody = z
  .object({
    name: z.string().min(1).max(60),
    version: z.string().min(1).max(40),
    row: z
      .object({
        value: json,
        from: date,
        to: date.optional(),
        basis: z.string().min(1).max(200),
        standing: z.enum(['law', 'county']),
      })
      .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: '止日不能早于起日' }),
    why,
  })
  .openapi('RuleChange', { description: '规则的新的一行：自某日起施行的数值及依据' });

export const signOffBody = z
  .object({ name: z.string().min(1).max(60), from: date, why })
  .openapi('SignOff', { description: '县里确认一行县级配置；依据写会议纪要或者文号' });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string(),
    caseNo: z.string().optional(),
    seq: z.number().optional(),
    fields: z.array(z.object({ field: z.string(), text: z.string() })).optional(),
    about: z.record(z.string(), json).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457；code 见错误目录' });

/** A matter that an outside system brings up; under the same reference it is the same. */
export const inboundBody = z
  .strictObject({
    matter: z.string().min(1).max(60),
    unit: z.string().min(1).max(60).openapi({ description: '哪个乡镇' }),
    reference: z.string().min(1).max(100).openapi({ description: '对方系统里的编号；重发时不变' }),
    form: z.record(z.string(), z.any() as z.ZodType<Json>),
  })
  .openapi('BroughtUp');
export const answerBody = z.object({
  caseNo: z.string().min(1).max(60),
  act: z.string().min(1).max(200),
  round: z.number().int().positive(),
  answers: z
    .record(
      z.string().min(1).max(60),
      z.object({
        status: z.enum(['answered', 'no-data']),
        findings: z
          .array(
            z.object({
              kind: z.string().max(40),
              person: z.string().max(60).optional(),
              amountFen: z.number().int().optional(),
              note: z.string().max(500),
            }),
          )
          .max(200),
      }),
    )
    .refine((answers) => Object.keys(answers).length > 0, { error: '至少有一个来源的答复' })
    .openapi({ description: '按来源写明；同时得到的一并送来，迟到的另送' }),
});
