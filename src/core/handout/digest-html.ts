import { escapeMarkup } from '../markup.ts';
import {
  closing,
  opening,
  restOf,
  type DigestEntry,
  type DigestPart,
  type DigestWords,
} from './digest-entry.ts';

/*
 * Editors of other platforms drop classes, style sheets, scripts, drawings and what is positioned, and links work for
 * verified accounts alone: every style stands in its element, addresses are text, the code is a picture.
 */

/** A digest as it is pasted. What can be inherited is said once, since every character counts. */
export const digestHtml = (words: DigestWords): string =>
  `<section style="font-size:16px;line-height:1.75;color:#1b1f24;overflow-wrap:anywhere">
<p style="margin:0 0 16px">${escapeMarkup(opening(words))}</p>
${words.parts.map(partOf).join('\n')}
<p style="margin:24px 0 0;text-align:center"><img style="width:180px;height:180px" alt="二维码：当天发布的全部公告" src="data:image/png;base64,${words.code.toBase64()}"></p>
<p style="margin:8px 0 0;font-size:15px;text-align:center">${closing(words).map(escapeMarkup).join('<br>')}</p>
</section>`;

/** The same as a page that stands alone. */
export const digestPage = (title: string, words: DigestWords): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title></head>
<body>
${digestHtml(words)}
</body>
</html>
`;

function partOf(part: DigestPart): string {
  const rest = restOf(part);
  return `<h2 style="margin:24px 0 12px;padding:0 0 4px;border-bottom:2px solid #8c1d18;font-size:18px;color:#8c1d18">${part.term}</h2>
${part.entries.map(entryOf).join('\n')}${rest === undefined ? '' : `\n<p style="margin:0 0 16px">${rest}</p>`}`;
}

function entryOf({ title, tag, told, address }: DigestEntry, index: number): string {
  const lines = [
    `<strong>${index + 1}. ${escapeMarkup(title)}${tag === undefined ? '' : `【${tag}】`}</strong>`,
    ...told.map(({ label, text }) => escapeMarkup(`${label}：${text}`)),
    `原文链接：${escapeMarkup(address)}`,
  ];
  return `<p style="margin:0 0 16px">${lines.join('<br>')}</p>`;
}
