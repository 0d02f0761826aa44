import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { CATEGORIES } from '../../src/core/announcement/category.ts';
import { typeOf } from '../../src/core/announcement/schema.ts';
import { renderBody } from '../../src/core/body/render.ts';
import type { Entry } from '../../src/core/corpus/corpus.ts';
import { toGbk } from '../../src/importer/saved-path.ts';

/** The host of the made-up old site. */
export const HOST = 'ggzy.old.example.cn';

/** What stands in a page of an old site; values go by the labels of official forms. */
export interface OldPage {
  title: string;
  /** `2018-03-01 09:30` */
  published: string;
  breadcrumb: readonly string[];
  fields: readonly (readonly [label: string, value: string])[];
  /** HTML. */
  body: string;
}

/** Systems whose pages are made up here, by marks that real ones have. */
export const TEMPLATES = {
  trs: ({ title, published, breadcrumb, fields, body }: OldPage): string => `<head><title>${title}</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${published}"><meta name="ContentSource" content="示例中心"></head>
<body><div class="crumb">您所在的位置：${breadcrumb.join(' &gt; ')}</div><h1>${title}</h1>
<div class="info">发布时间：${published}&emsp;来源：示例中心&emsp;【字体：大 中 小】</div>
<div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style>${fields.map(([label, value]) => `<p>&emsp;&emsp;${label}：${value}</p>`).join('\n')}
${body}</div><div class="foot">主办单位：示例中心&emsp;版权所有</div></body>`,
  epoint: ({
    title,
    published,
    breadcrumb,
    fields,
    body,
  }: OldPage): string => `<head><title>${title}</title></head>
<body class="ewb-body"><div class="ewb-location">当前位置：${breadcrumb.map((one) => `<a href="/">${one}</a>`).join(' &gt; ')}</div>
<div class="news-article"><h3>${title}</h3><div class="ewb-article-sources">发布时间：${published}&emsp;信息来源：示例中心&emsp;阅读次数：<span id="infoid">128</span></div>
<div class="news-article-para" id="infoContentM"><table border="1"><tbody>${fields.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</tbody></table>
${body}</div></div></body>`,
  plain: ({
    title,
    published,
    breadcrumb,
    fields,
    body,
  }: OldPage): string => `<head><title>${title}-示例公共资源交易网</title></head>
<body><div class="top">设为首页 | 加入收藏</div><div>当前位置：${breadcrumb.join(' &gt;&gt; ')}</div><h2 class="title">${title}</h2>
<div class="about">发布日期：${published}&emsp;来源：示例中心&emsp;点击：12</div>
<div class="content">${fields.map(([label, value]) => `<p class="MsoNormal"><span style="font-family:仿宋">${label}：${value}</span><o:p></o:p></p>`).join('\n')}
${body}</div></body>`,
} as const;

export type Template = keyof typeof TEMPLATES;

/** What bytes a page has, and what it says of them, which is another thing. */
export const ENCODINGS = {
  utf8: (html: string): Buffer => Buffer.from(`<!DOCTYPE html><html><meta charset="utf-8">${html}</html>`),
  gbk: (html: string): Buffer =>
    gbk(
      `<!DOCTYPE html><html><meta http-equiv="Content-Type" content="text/html; charset=gb2312">${html}</html>`,
    ),
  lying: (html: string): Buffer => gbk(`<html><meta charset="utf-8">${html}</html>`),
} as const;

export type Encoding = keyof typeof ENCODINGS;

/** Bytes of GBK; what has none there goes as a character reference, as editors wrote it. */
function gbk(text: string): Buffer {
  return (
    toGbk(text) ??
    Buffer.concat([...text].map((one) => toGbk(one) ?? Buffer.from(`&#${one.codePointAt(0)!};`)))
  );
}

/** Fields that no page has as a line of its own: they are the page's, or this site's. */
const APART = new Set([
  '标题',
  '类别',
  '类型',
  '发布时间',
  '关联公告',
  '附件',
  '旧网址',
  '例外',
  '简称',
  '大屏提示',
  '定时',
  '来源',
  '原文网址',
  '勘误',
  '撤下',
]);

/** What an announcement of ours would have been on an old site. */
export function oldPageOf({ announcement, frontMatter, body }: Entry): OldPage {
  const answers = parse(frontMatter, { schema: 'failsafe' }) as Readonly<Record<string, unknown>>;
  const plain = Object.entries(answers).filter(([label]) => !APART.has(label));
  const tables = plain.flatMap(([label, value]) => (isRecords(value) ? [tableOf(label, value)] : []));
  return {
    title: String(answers['标题']),
    published: String(answers['发布时间']),
    breadcrumb: [
      '首页',
      '交易信息',
      CATEGORIES[announcement.category],
      typeOf(announcement.category, announcement.type).term,
    ],
    fields: plain.flatMap(([label, value]) =>
      typeof value === 'string'
        ? [[label, value] as const]
        : isRecords(value)
          ? []
          : [[label, (value as string[]).join('、')] as const],
    ),
    body: [...tables, renderBody(body, (file) => file)].join('\n'),
  };
}

type Records = readonly Readonly<Record<string, string>>[];

const isRecords = (value: unknown): value is Records => Array.isArray(value) && typeof value[0] === 'object';

function tableOf(label: string, records: Records): string {
  const heads = [...new Set(records.flatMap(Object.keys))];
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`;
  return `<p>${label}</p><table border="1">${row(heads, 'td')}${records
    .map((one) =>
      row(
        heads.map((head) => one[head] ?? ''),
        'td',
      ),
    )
    .join('')}</table>`;
}

const templates = Object.keys(TEMPLATES) as readonly Template[];
const encodings = Object.keys(ENCODINGS) as readonly Encoding[];

/** Writes announcements as pages of an old site, every template in every encoding in turn. Gives the path of each. */
export function writeOldSite(folder: string, entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.map((entry, index) => {
      const page = oldPageOf(entry);
      const day = page.published.slice(0, 10).replaceAll('-', '');
      const path = `${HOST}/jyxx/${entry.announcement.category}/${day}/${entry.id}.html`;
      const html = TEMPLATES[templates[index % templates.length]!](page);
      writePage(
        join(folder, path),
        ENCODINGS[encodings[Math.floor(index / templates.length) % encodings.length]!](html),
      );
      return [path, entry.id] as const;
    }),
  );
}

export function writePage(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
