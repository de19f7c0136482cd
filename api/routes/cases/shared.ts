/** What the routes of a case have in common: its number, the post one acts in, the answer while delivery waits. */
import { z } from '@hono/zod-openapi';
import { keyHeader } from '../../openapi.ts';
import type { Submitted } from '../../submit.ts';

export const caseParam = z.object({ caseNo: z.string().regex(/^[A-Z]{2}\d{9,}$/) });
export const postHeader = z.object({
  'x-post': z.string().optional().openapi({ description: '以哪个岗位办理；不填则按环节选择' }),
});
export const commandHeaders = keyHeader
  .extend(postHeader.shape)
  .extend({ 'if-match': z.string().optional().openapi({ description: '所见的 seq；办件已变化则 412' }) });

export const waitingReply = ({ caseNo }: Extract<Submitted, { kind: 'waiting' }>, key: string) => ({
  state: 'waiting',
  title: '已记下，待送达',
  detail: '系统正在恢复，您的操作已保存，恢复后按顺序送达，无需重复提交。',
  caseNo,
  command: key,
});
