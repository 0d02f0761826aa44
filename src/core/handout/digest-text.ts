import {
  closing,
  opening,
  restOf,
  type DigestEntry,
  type DigestPart,
  type DigestWords,
} from './digest-entry.ts';

/** A digest as plain text, for messages and groups. */
export const digestText = (words: DigestWords): string =>
  `${[opening(words), ...words.parts.map(partOf), closing(words).join('\n')].join('\n\n')}\n`;

const partOf = (part: DigestPart): string =>
  [
    `【${part.term}】`,
    ...part.entries.map(entryOf),
    ...[restOf(part)].filter((rest) => rest !== undefined),
  ].join('\n\n');

const entryOf = ({ title, tag, told, address }: DigestEntry, index: number): string =>
  [
    `${index + 1}. ${title}${tag === undefined ? '' : `【${tag}】`}`,
    ...told.map(({ label, text }) => `${label}：${text}`),
    `原文链接：${address}`,
  ].join('\n');
