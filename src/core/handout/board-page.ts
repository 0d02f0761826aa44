import { escapeMarkup } from '../markup.ts';
import { drawQr } from '../qr.ts';
import { setTitle } from '../typesetting/title.ts';
import { keepWhole } from '../typesetting/whole.ts';
import type { BoardEntry } from './board-entry.ts';
import { boardStyle } from './board-style.ts';

/** What the sheets say, in words. */
interface Shown {
  centre: string;
  /** The days on which it was published. */
  published: string;
  postedOn: string;
  /** The moment whose state they have. */
  asOf: string;
  /** The whole address of the site. */
  address: string;
  count: number;
  sheets: readonly (readonly BoardEntry[])[];
}

/** The sheets as a page that stands alone: nothing is loaded, no script runs, each sheet is one page of A4. */
export function boardPage(shown: Shown): string {
  const { centre, published, sheets } = shown;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escapeMarkup(`${centre}公告张贴（${published}）`)}</title>
<style>
${boardStyle}</style>
</head>
<body>
${sheets.map((_, index) => sheet(shown, index)).join('\n')}
</body>
</html>
`;
}

function sheet({ centre, published, postedOn, asOf, address, count, sheets }: Shown, index: number): string {
  const entries = sheets[index]!;
  // A page has one heading of the first level.
  const heading = index === 0 ? 'h1' : 'h2';
  const what = count === 0 ? `${published}没有发布公告` : `${published}发布，共 ${count} 份，按截止先后排列`;
  return `<section class="sheet">
<header><${heading}>${escapeMarkup(centre)}公告</${heading}>
<p class="posted">张贴日期：<b>${postedOn}</b></p>
<p class="what">${keepWhole(escapeMarkup(what))}</p></header>
${entries.length === 0 ? '' : `<ol start="${entries[0]!.number}">\n${entries.map(entryOf).join('\n')}\n</ol>`}
<footer><p>扫二维码看全文和更正。按 ${keepWhole(escapeMarkup(asOf))} 的内容印制，以网站为准。</p>
<p><span>${escapeMarkup(address)}</span> <span class="page">第 ${index + 1} / ${sheets.length} 页</span></p></footer>
</section>`;
}

function entryOf({ number, title, about, tag, told, address }: BoardEntry): string {
  const mark = tag === undefined ? '' : `<b>【${tag}】</b>`;
  const lines = told.map(
    ({ label, text }) => `<p><b>${escapeMarkup(label)}：</b>${keepWhole(escapeMarkup(text))}</p>`,
  );
  return `<li value="${number}"><div class="words"><p class="title">${number}. ${setTitle(title)}</p>
<p>${mark}${escapeMarkup(about)}</p>
${lines.join('\n')}</div>
${qrOf(address, title)}</li>`;
}

function qrOf(address: string, title: string): string {
  const { side, path } = drawQr(address);
  return `<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeMarkup(`二维码：${title}`)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
