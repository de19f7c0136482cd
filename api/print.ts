/** Pages on paper: a document (A4), and what its code says. Nothing in them runs, nothing comes from elsewhere. */

import { html } from 'hono/html';
import { inWords } from '../engine/clock/time.ts';
import type { NoticeText } from '../engine/process/said.ts';

/** The styles stand in the page; there is no script. */
export const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = html`<style>
  @page { size: A4; margin: 25mm 22mm; }
  body { font: 12pt/1.8 "FangSong", "STFangsong", serif; color: #000; max-width: 166mm; margin: 8mm auto; padding: 0 4mm; }
  h1 { font: bold 18pt/1.6 "SimHei", "STHeiti", sans-serif; text-align: center; margin: 0 0 4mm; }
  .no { text-align: right; }
  p { text-indent: 2em; margin: 0 0 2mm; overflow-wrap: anywhere; }
  .organ { text-align: right; margin-top: 14mm; }
  .seal { color: #666; }
  footer { display: flex; gap: 6mm; align-items: center; margin-top: 12mm; font-size: 9pt; line-height: 1.5; border-top: 1px solid #999; padding-top: 3mm; }
  footer img { width: 24mm; height: 24mm; }
  dl { display: grid; grid-template-columns: 8em 1fr; row-gap: 2mm; }
  dt { color: #444; } dd { margin: 0; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; font-size: 10pt; line-height: 1.5; }
  th, td { border: 1px solid #000; padding: 1mm 2mm; text-align: left; overflow-wrap: anywhere; }
  .seek { text-align: right; margin-bottom: 3mm; } .seek input, .seek button { font: inherit; font-size: 11pt; }
  @media print { .seek { display: none; } }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  @media (max-width: 480px) { dl { grid-template-columns: 6em 1fr; } }
</style>`;

/** 送达: how, and on which day. */
export type Served = { readonly method: string; readonly on: string };

export type Printed = {
  readonly number: string;
  readonly organ: string;
  readonly date: string;
  readonly text: NoticeText;
  readonly served: Served | null;
  readonly code: string;
  readonly verifyAt: string;
  /** The QR code of that address, as a data URL. */
  readonly qr: string;
  /** Only on the copy for the file. */
  readonly filed?: string;
};

export const documentPage = ({
  number,
  organ,
  date,
  text,
  served,
  code,
  verifyAt,
  qr,
  filed,
}: Printed) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text.title}</title>${style}</head>
<body>
<h1>${text.title}</h1>
<div class="no">${number}</div>
${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${(text.remedies ?? []).map((remedy) => html`<p>${remedy}</p>`)}
${text.contact ? html`<p>${text.contact}</p>` : ''}
${filed ? html`<p class="seal">${filed}</p>` : ''}
<div class="organ">${organ}<span class="seal">（印章）</span><br>${inWords(date)}</div>
${served ? html`<p class="seal">${inWords(served.on)}，${served.method}。</p>` : ''}
<footer><img src="${qr}" alt="核验二维码"><div>核验：${verifyAt}<br>文书代码：${code}</div></footer>
</body></html>`;

/** 摘录: what a register says of one thing on a day, for whoever must show it to somebody. */
export const extractPage = ({
  register,
  fields,
  number,
  on,
  verifyAt,
  qr,
}: {
  readonly register: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly number: string;
  readonly on: string;
  readonly verifyAt: string;
  readonly qr: string;
}) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${register}登记簿摘录</title>${style}</head>
<body>
<h1>${register}登记簿摘录</h1>
<div class="no">摘录〔${number}〕</div>
<p>${inWords(on)}，登记簿记载如下：</p>
<dl>${fields.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<footer><img src="${qr}" alt="核验二维码"><div>核验：${verifyAt}<br>登记簿上的内容以核验时所见为准。</div></footer>
</body></html>`;

/** A register on paper. */
export const tablePage = ({
  title,
  head,
  rows,
  sought,
}: {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is looked for in it; without it nothing can be. */
  readonly sought?: string;
}) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${style}</head>
<body>
<h1>${title}</h1>
${sought === undefined ? '' : html`<form class="seek" method="get"><label>查找 <input name="q" value="${sought}" maxlength="100"></label> <button>查</button></form>`}
<table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
<p class="no">共 ${rows.length} 项</p>
</body></html>`;

export type Verified = {
  readonly title: string;
  readonly number: string;
  readonly organ: string;
  readonly date: string;
};

/** Tells whoever holds a document whether it stands, and nothing that is not on its face. */
export const verificationPage = (code: string, found: Verified | undefined) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>文书核验</title>${style}</head>
<body>
<h1>文书核验</h1>
${
  found
    ? html`<p>这份文书由本系统出具，现在有效。请与手中文书逐项核对。</p>
<dl><dt>文书</dt><dd>${found.title}</dd><dt>编号</dt><dd>${found.number}</dd><dt>出具机关</dt><dd>${found.organ}</dd><dt>日期</dt><dd>${inWords(found.date)}</dd></dl>`
    : html`<p>没有这份文书，或者它已经撤回、不再有效。请核对文书代码，或者向出具机关询问。</p>`
}
<footer><div>文书代码：${code}</div></footer>
</body></html>`;
