import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { Instant } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { decode, split } from '../corpus/front-matter.ts';
import { labels } from '../corpus/labels.ts';
import { readAnnouncement } from '../corpus/meaning.ts';
import { readTree } from '../corpus/read-tree.ts';

/** What is to be written, in the clerk's words. */
export interface WithdrawalWords {
  at: Instant;
  reason: string;
  basis?: string | undefined;
}

/** The lines of 撤下 as they stand in a file, each ended by `\n`. */
export const withdrawalLines = ({ at, reason, basis }: WithdrawalWords): string =>
  stringify(
    {
      撤下: [
        {
          时间: at.slice(0, 16).replace('T', ' '),
          原因: reason,
          ...(basis !== undefined && { 依据: basis }),
        },
      ],
    },
    { schema: 'failsafe', lineWidth: 0 },
  );

/**
 * The bytes of an announcement's file with 撤下 written as its last field; every other byte stays, its line ends and
 * byte-order mark too. Nothing where the file would not read as the same announcement afterwards: fields can be
 * written in braces, or be ended early.
 */
export function writeWithdrawal(
  file: string,
  bytes: Uint8Array,
  words: WithdrawalWords,
): Uint8Array | undefined {
  const before = readIn(file, bytes);
  const fence = closingLine(file, bytes);
  if (!before || fence === undefined) return undefined;
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/(?<=\r\n|\n|\r(?!\n))/u);
  const ending = /\r\n|\r|\n/u.exec(lines[0]!)![0];
  lines.splice(fence, 0, withdrawalLines(words).replaceAll('\n', ending));
  const written = new TextEncoder().encode(lines.join(''));
  const { withdrawn, ...after } = readIn(file, written) ?? {};
  return withdrawn?.length === 1 && isDeepStrictEqual(after, before) ? written : undefined;
}

/** Place of the closing fence among the lines of a file, counted from 0. */
function closingLine(file: string, bytes: Uint8Array): number | undefined {
  const { text } = decode(file, bytes);
  const parts = text === undefined ? undefined : split(file, text).split;
  return parts && parts.bodyLine - 2;
}

function readIn(file: string, bytes: Uint8Array): Announcement | undefined {
  const { text } = decode(file, bytes);
  const parts = text === undefined ? undefined : split(file, text).split;
  const tree = parts && readTree(parts.frontMatter, parts.frontMatterLine, labels).tree;
  return tree && readAnnouncement(file, tree).announcement;
}
