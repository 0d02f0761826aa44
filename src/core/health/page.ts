import { instantAt, printInstant } from '../announcement/instant.ts';
import { escapeMarkup } from '../markup.ts';
import { sinceOf } from './age.ts';
import { isWell, type Health } from './health.ts';
import { style } from './page-style.ts';
import { rankOf, worstFirst } from './rank.ts';
import type { Report } from './report.ts';
import { findingsOf, summaryOf, type Finding } from './report-words.ts';
import { durationOf } from './time.ts';
import { adviceFor, factsOf, sinceWords, stateOf } from './words.ts';

/**
 * The health of all screens as a page that stands alone, made anew every few minutes: what must be looked at first, the
 * worst of it at the top, then what is well. It says when it was made: a page that nobody makes any more looks like one
 * on which all is well.
 */
export function toPage(report: Report): string {
  const { at: now, screens } = report;
  const summary = escapeMarkup(summaryOf(report));
  const all = worstFirst(screens);
  const ill = (rank: 'grave' | 'light'): readonly string[] =>
    all.filter((one) => rankOf(one) === rank).map((one) => illOf(one, now));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta http-equiv="refresh" content="60">
<meta name="robots" content="noindex">
<title>${summary}</title>
<style>
${style}</style>
</head>
<body>
<h1>${summary}</h1>
<p class="made">本页生成于 <strong>${escapeMarkup(printInstant(instantAt(now)))}</strong>（北京时间）。与现在相差十分钟以上，就是生成它的定时任务停了，下面的内容不能作准。</p>
${part('要去看的', [...ill('grave'), ...findingsOf(report).map(findingOf), ...ill('light')])}${part(
    '正常的',
    all.filter(isWell).map((one) => wellOf(one, now)),
  )}</body>
</html>
`;
}

const part = (heading: string, cards: readonly string[]): string =>
  cards.length === 0 ? '' : `<h2>${heading}</h2>\n<ul class="cards">\n${cards.join('\n')}\n</ul>\n`;

const findingOf = ({ what, words }: Finding): string =>
  `<li class="grave"><h3>${escapeMarkup(what)}</h3>${todo(words)}</li>`;

function illOf(health: Health, now: number): string {
  const since = sinceOf(health);
  const lasted = since === undefined ? '' : `，已经 ${durationOf(now - since.at)}`;
  const words = sinceWords(health, now);
  const head = words && `<p class="since">${escapeMarkup(words + lasted)}</p>`;
  return `<li class="${rankOf(health)}">${nameOf(health)}${head}${todo(adviceFor(health, now))}${facts(health, now)}</li>`;
}

/** A guest beside a screen that is well is told too. */
const wellOf = (health: Health, now: number): string =>
  `<li class="well">${nameOf(health)}${todo(adviceFor(health, now))}${facts(health, now)}</li>`;

const KINDS = { display: '显示屏', kiosk: '触摸屏' } as const;

/** Where it hangs is what one goes by; the code is for whoever looks into the log. */
function nameOf(health: Health): string {
  const { id, name, folder = 'display', box } = health;
  const which = [`${KINDS[folder]} ${id}`, box === undefined ? '' : `机器 ${box}`].filter(Boolean).join('，');
  return `<h3><span class="mark">${stateOf(health)}</span> ${escapeMarkup(name || id)}</h3><p class="which">${escapeMarkup(which)}</p>`;
}

const todo = (advice: readonly string[]): string =>
  advice.length === 0
    ? ''
    : `<ul class="todo">${advice.map((one) => `<li>${escapeMarkup(one)}</li>`).join('')}</ul>`;

const facts = (health: Health, now: number): string =>
  `<dl>${factsOf(health, now)
    .filter(({ value }) => value !== '—')
    .map(({ name, value }) => `<div><dt>${name}</dt><dd>${escapeMarkup(value)}</dd></div>`)
    .join('')}</dl>`;
