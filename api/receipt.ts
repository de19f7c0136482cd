/** 回执, in the hand of whoever stood at the window: 80 mm wide, the number large, when it will be decided and why. */
import { html } from 'hono/html';
import QRCode from 'qrcode';
import { clockOfWhole, clocksOf } from '../engine/clock/case-clocks.ts';
import { dateOf, inWords } from '../engine/clock/time.ts';
import { project } from '../engine/ledger/projection.ts';
import type { CaseState } from '../engine/ledger/state.ts';
import { limitInWords } from '../workflows/wording/limits.ts';
import { formatCaseNo } from './case-number.ts';
import { organOf, publicAddress } from './documents.ts';
import type { AppContext } from './env.ts';

const style = html`<style>
  @page { size: 80mm auto; margin: 3mm; }
  body { font: 10pt/1.5 "SimHei", "Microsoft YaHei", sans-serif; color: #000; width: 72mm; margin: 0 auto; }
  h1 { font-size: 13pt; text-align: center; margin: 0; }
  .no { font-size: 24pt; line-height: 1.2; font-weight: bold; text-align: center; margin: 2mm 0; overflow-wrap: anywhere; }
  .due { font-size: 13pt; font-weight: bold; }
  p { margin: 0 0 1.5mm; overflow-wrap: anywhere; }
  img { display: block; width: 30mm; height: 30mm; margin: 2mm auto; }
  .small { font-size: 8pt; }
</style>`;

/** `asked` is the address it is asked at: the citizen's page is there, or at the public address. */
export async function receiptPage(context: AppContext, state: CaseState, asked: string) {
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
<head><meta charset="utf-8"><title>回执</title>${style}</head>
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
