import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { LEGACY } from '../core/announcement/legacy.ts';
import { typeOf } from '../core/announcement/schema.ts';
import { codeOf } from '../core/diagnostic.ts';
import { escapeMarkup } from '../core/markup.ts';
import { maskPersonal } from '../core/privacy.ts';
import { textFor } from './compose.ts';
import { number } from './progress.ts';
import { answersToPaste } from './report-answers.ts';
import type { PageDraft, Told } from './page-record.ts';
import { REPORT_STYLE } from './report-style.ts';
import { RESULTS, type PageResult, type Result } from './result.ts';

/** Pages in doubt that are shown beside what was made of them; the table beside the report has all. */
const MOST_SHOWN = 300;

/** Pages that a list names. */
const MOST_NAMED = 200;

const SHOWN: readonly Result[] = ['whole', 'legacy', 'doubtful', 'left-out', 'merged'];

/** The report as one page without anything from elsewhere, for a screen of any width. */
export function reportPage(
  results: readonly PageResult[],
  draftOf: (page: string) => PageDraft | undefined,
): string {
  const by = Map.groupBy(results, ({ result }) => result);
  const doubtful = by.get('doubtful') ?? [];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>导入报告</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>导入报告</h1>
<p>${SHOWN.map((one) => `${RESULTS[one]} <b>${number(by.get(one)?.length ?? 0)}</b>`).join('，')}，共 ${number(results.length)} 页。</p>
<p>“存疑”的看完以后，把每一页下面那几行改好，放进 import-answers.yaml，用同一条命令再导入一次。没有回答的不会写进网站。</p></header>
<main>
${countsSection('按年份', '年份', yearsOf(results), results)}
${countsSection('按类别', '类别', categoriesOf(), results)}
${doubtfulSection(doubtful, draftOf)}
${listSection('存量：缺少必填的内容，以原文为准', by.get('legacy') ?? [], reasonOfLegacy)}
${listSection('没有采用', by.get('left-out') ?? [], ({ findings }) => findings[0]?.message ?? '按 import-map.yaml 或者 import-answers.yaml')}
${listSection('合并：与别的页面相同', by.get('merged') ?? [], ({ sameAs }) => `与 ${sameAs!} 相同`)}
</main>
</body>
</html>
`;
}

/** A group of results: its name, and whether one is of it. */
type Group = readonly [name: string, has: (result: PageResult) => boolean];

function yearsOf(results: readonly PageResult[]): readonly Group[] {
  const yearOf = ({ record }: PageResult): string => record.publishedAt?.slice(0, 4) ?? '不知道';
  return [...new Set(results.map(yearOf))].sort().map((year) => [year, (one) => yearOf(one) === year]);
}

const categoriesOf = (): readonly Group[] => [
  ...categories.map((category): Group => [
    CATEGORIES[category],
    ({ record }) => record.category === category,
  ]),
  ['不知道', ({ record }) => record.category === undefined],
];

function countsSection(
  title: string,
  head: string,
  groups: readonly Group[],
  results: readonly PageResult[],
): string {
  const rows = groups
    .map(([name, has]) => ({ name, own: results.filter(has) }))
    .filter(({ own }) => own.length > 0);
  const most = Math.max(1, ...rows.map(({ own }) => own.length));
  const heads = [head, ...SHOWN.map((one) => RESULTS[one]), '合计']
    .map((one) => `<th scope="col">${one}</th>`)
    .join('');
  const body = rows.map(({ name, own }) => {
    const counts = SHOWN.map((one) => own.filter(({ result }) => result === one).length);
    const bar = SHOWN.map(
      (one, at) => `<i class="${one}" style="width:${((counts[at]! / most) * 100).toFixed(2)}%"></i>`,
    ).join('');
    return `<tr><th scope="row">${name}<span class="bar" aria-hidden="true">${bar}</span></th>${[...counts, own.length].map((count) => `<td>${number(count)}</td>`).join('')}</tr>`;
  });
  return `<section><h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div></section>`;
}

function doubtfulSection(
  doubtful: readonly PageResult[],
  draftOf: (page: string) => PageDraft | undefined,
): string {
  if (doubtful.length === 0) return '<section><h2>存疑</h2><p>没有存疑的页面。</p></section>';
  const groups = [...Map.groupBy(doubtful, ({ findings }) => mainCode(findings))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  let left = MOST_SHOWN;
  const sections = groups.map(([code, own]) => {
    const shown = own.slice(0, left);
    left -= shown.length;
    const rest = own.length - shown.length;
    return `<h3>${code} ${escapeMarkup(codeOf(code).why)}（${number(own.length)} 页）</h3>${shown.map((one) => doubtfulPage(one, draftOf(one.record.page))).join('')}${rest > 0 ? `<p>还有 ${number(rest)} 页，见 import-report.csv。</p>` : ''}`;
  });
  return `<section><h2>存疑</h2>${sections.join('')}</section>`;
}

/** The finding under which a page stands: the one that somebody must answer before all. */
const mainCode = (findings: readonly Told[]): string =>
  ORDER.find((code) => findings.some((one) => one.code === code)) ?? findings[0]?.code ?? 'G127';

const ORDER = [
  'G107',
  'G118',
  'G104',
  'G122',
  'G123',
  'G110',
  'G120',
  'G132',
  'G125',
  'G119',
  'G121',
  'G111',
  'G114',
  'G124',
];

function doubtfulPage({ record, findings, id }: PageResult, draft: PageDraft | undefined): string {
  const shown = (text: string): string =>
    escapeMarkup(
      record.isPersonal || findings.some(({ code }) => code === 'G107') ? maskPersonal(text) : text,
    );
  const spec =
    record.category &&
    (record.type === undefined ? typeOf(record.category, LEGACY) : typeOf(record.category, record.type));
  const proposal = !draft ? '' : spec ? textFor(draft, spec, undefined, record.addresses) : draft.body;
  const told = findings.map(
    ({ code, message, help, line, candidates = [] }) =>
      `<li><b>${code}</b> ${shown(message)}${line === undefined || line === 0 ? '' : `（第 ${line} 行）`}${help === undefined ? '' : `<br>${shown(help)}`}${
        candidates.length === 0
          ? ''
          : `<ul>${candidates.map((one) => `<li>${shown(one.text)}<small>（${shown(one.rule)}：${shown(one.words)}）</small></li>`).join('')}</ul>`
      }</li>`,
  );
  const evidence = Object.entries(draft?.evidence ?? {}).map(
    ([label, { rule, words, line }]) =>
      `<li>${shown(label)}：${shown(rule)}${line > 0 ? `，第 ${line} 行` : ''}，“${shown(words)}”</li>`,
  );
  return `<article><h4>${shown(record.title || record.page)}</h4><p class="path">${escapeMarkup(record.page)}${id === undefined ? '，还没有写进网站' : `，写成了 ${id}`}</p>
<ul>${told.join('')}</ul>
<div class="sides"><div><h5>原页面的文字</h5><pre tabindex="0">${shown(draft?.seen ?? '')}</pre></div><div><h5>导入的样子</h5><pre tabindex="0">${shown(proposal.slice(0, LONGEST_PROPOSAL).toWellFormed())}</pre></div></div>
${evidence.length === 0 ? '' : `<details><summary>各栏的依据</summary><ul>${evidence.join('')}</ul></details>`}
<h5>回答：改好放进 import-answers.yaml</h5><pre tabindex="0">${escapeMarkup(answersToPaste(record, findings))}</pre></article>`;
}

/** Longest proposal that is shown, in characters. */
const LONGEST_PROPOSAL = 8000;

function listSection(
  title: string,
  own: readonly PageResult[],
  reasonOf: (result: PageResult) => string,
): string {
  if (own.length === 0) return '';
  const groups = [...Map.groupBy(own, reasonOf)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  let left = MOST_NAMED;
  const parts = groups.map(([reason, pages]) => {
    const shown = pages.slice(0, Math.max(0, left));
    left -= shown.length;
    const rest = pages.length - shown.length;
    return `<details><summary>${escapeMarkup(maskPersonal(reason))}（${number(pages.length)} 页）</summary><ul>${shown.map(({ record, id }) => `<li>${escapeMarkup(maskPersonal(record.title ?? ''))} <span class="path">${escapeMarkup(record.page)}${id === undefined ? '' : ` → ${id}`}</span></li>`).join('')}</ul>${rest > 0 ? `<p>还有 ${number(rest)} 页，见 import-report.csv。</p>` : ''}</details>`;
  });
  return `<section><h2>${title}（${number(own.length)} 页）</h2>${parts.join('')}</section>`;
}

function reasonOfLegacy({ record, findings }: PageResult): string {
  if (record.missing.length > 0)
    return `缺少或者不能用：${record.missing.slice(0, 6).join('、')}${record.missing.length > 6 ? ' 等' : ''}`;
  return (
    findings.find(({ code }) => code === 'G127')?.message.replace(/“[^”]*”/gu, '“…”') ??
    (record.type === undefined ? '看不出是哪一种公告' : '缺少前一份公告')
  );
}
