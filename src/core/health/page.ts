import { instantAt, printInstant } from '../announcement/instant.ts';
import { escapeMarkup } from '../markup.ts';
import type { Report } from './report.ts';
import { HEADINGS, rowOf, summaryOf, type Row } from './words.ts';

/**
 * The health of all screens as a page that stands alone, made anew every few minutes. It says when it was made: a page
 * that nobody makes any more looks like one on which all is well.
 */
export function toPage({ at: now, screens: all }: Report): string {
  const at = printInstant(instantAt(now));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta http-equiv="refresh" content="60">
<meta name="robots" content="noindex">
<title>${escapeMarkup(summaryOf(all))}</title>
<style>
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1f24; background: #fff; font: 1.125rem/1.6 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.5rem 0.75rem 0; text-align: left; vertical-align: top; }
th, td:not(:nth-child(2), [colspan]) { white-space: nowrap; }
thead th, tbody tr:last-child td { padding-bottom: 0.5rem; border-bottom: 1px solid #b6bcc4; }
td:first-child { border-left: 0.5rem solid #0b6e3a; font-weight: bold; }
.ill td:first-child { border-left-color: #b3261e; color: #8c1d18; }
@media (prefers-color-scheme: dark) { body { color: #f2f4f7; background: #14171b; } .ill td:first-child { color: #ffb4ab; } }
</style>
</head>
<body>
<h1>${escapeMarkup(summaryOf(all))}</h1>
<p>本页生成于 <strong>${escapeMarkup(at)}</strong>（北京时间）。与现在相差十分钟以上，就是生成它的定时任务停了，下面的内容不能作准。</p>
<div class="scroll" role="region" aria-label="各屏幕的情况" tabindex="0">
<table>
<thead><tr>${HEADINGS.slice(0, -1)
    .map((heading) => `<th scope="col">${heading}</th>`)
    .join('')}</tr></thead>
${all.map((health) => bodyOf(rowOf(health, now))).join('\n')}
</table>
</div>
</body>
</html>
`;
}

/** What is to be done stands below its screen, over the whole width: it may be several sentences. */
function bodyOf({ isWell, cells }: Row): string {
  const [advice = '', ...rest] = cells.toReversed();
  const facts = rest.reverse().map((text) => `<td>${escapeMarkup(text)}</td>`);
  const below =
    advice && `\n<tr><td></td><td colspan="${facts.length - 1}">${escapeMarkup(advice)}</td></tr>`;
  return `<tbody${isWell ? '' : ' class="ill"'}>\n<tr>${facts.join('')}</tr>${below}\n</tbody>`;
}
