/** 回执, in the hand of whoever stood at the window: the number large, when it will be decided and why; 80 mm wide, or A4. */
import { html, raw } from 'hono/html';
import QRCode from 'qrcode';
import { clockOfWhole, clocksOf } from '../engine/clock/case-clocks.ts';
import { dateOf, inWords } from '../engine/clock/time.ts';
import { project } from '../engine/ledger/projection.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { limitInWords } from '../workflows/wording/limits.ts';
import { formatCaseNo } from './case-number.ts';
import { organOf, publicAddress } from './documents.ts';
import type { AppContext } from './env.ts';

export type Paper = '80mm' | 'A4';
const sheets = {
  '80mm': '@page { size: 80mm auto; margin: 3mm; } body { font-size: 10pt; width: 72mm; }',
  A4: '@page { size: A4; margin: 20mm; } body { font-size: 14pt; width: 170mm; }',
} as const;

const style = (paper: Paper) => html`<style>
  ${raw(sheets[paper])}
  body { line-height: 1.5; font-family: "SimHei", "Microsoft YaHei", sans-serif; color: #000; margin: 0 auto; }
  h1 { font-size: 1.3em; text-align: center; margin: 0; }
  .no { font-size: 2.4em; line-height: 1.2; font-weight: bold; text-align: center; margin: 2mm 0; overflow-wrap: anywhere; }
  .due { font-size: 1.3em; font-weight: bold; }
  p { margin: 0 0 1.5mm; overflow-wrap: anywhere; }
  img { display: block; width: 30mm; height: 30mm; margin: 2mm auto; }
  .small { font-size: 0.8em; }
</style>`;

/** `asked` is the address it is asked at: the citizen's page is there, or at the public address. */
export async function receiptPage(
  context: AppContext,
  state: CaseState,
  asked: string,
  paper: Paper = '80mm',
) {
  const { head } = project(state);
  const { process, input } = state;
  const whole = clockOfWhole(clocksOf(state));
  const last = whole?.deadline?.lastDay;
  const address = `${publicAddress(context, asked)}/my`;
  const qr = await QRCode.toDataURL(address, { margin: 1 });
  const say = (value: string): string => context.county.units.find(({ id }) => id === value)?.name ?? value;
  const mayFollow = process.applicantPhone !== undefined;
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>回执</title>${style(paper)}</head>
<body>
  <h1>${organOf(context, input.unit)}</h1>
  <p class="no">${formatCaseNo(context.county, process, state.caseNo)}</p>
  <p>事项：${process.title}</p>
  ${Object.entries(head.labels).map(([name, value]) => html`<p>${name}：${say(value)}</p>`)}
  <p>收件：${inWords(dateOf(head.openedAt))}</p>
  ${
    head.acceptedAt === null
      ? html`<p>正在审查材料，是否受理另行告知。</p>`
      : html`<p>受理：${inWords(dateOf(head.acceptedAt))}</p>`
  }
  ${
    whole && last
      ? html`<p class="due">最迟 ${inWords(last)} 办好</p>
             <p class="small">自受理之次日起${limitInWords(whole.limit)}，依据${whole.limit.basis}</p>`
      : ''
  }
  ${
    mayFollow
      ? html`<img src="${qr}" alt="">
             <p class="small">扫码查看办到哪里：${address}，凭上面的编号、身份证号码最后四位和短信验证码进入。</p>`
      : ''
  }
</body>
</html>`;
}
