import { type Instant, printStart } from '../announcement/instant.ts';
import type { Difference } from './differences.ts';
import type { Breach, Published } from './published.ts';
import type { AttachedFile } from './record.ts';

/** Longest value shown in a message, in characters. */
const LONGEST_SHOWN = 60;

/** Characters of a changed line that are shown before the first one that differs. */
const BEFORE = 12;

const CHANGED = '已发布的公告被改动了';

const lawfulWays = (id: string): string =>
  `改回原来的内容；时间、金额、资格的变化另发更正公告：npm run correct -- ${id}；只是笔误，写一条勘误（时间、原、新、原因）`;

/** What was kept, and the announcement that it is kept of. */
type Kept = Pick<Published, 'id' | 'number'>;

export const fieldChanged = (kept: Kept, { path, name, was, is }: Difference): Breach => ({
  ...changed(kept.id),
  at: path,
  message: `${CHANGED}：${name}${then(kept, was)}，${now(is)}`,
});

export const wronglyExplained = (
  kept: Kept,
  { name, was }: Difference,
  from: string,
  index: number,
): Breach => ({
  ...changed(kept.id),
  at: `errata.${index}.from`,
  message: `${CHANGED}：勘误的“原”是“${short(from)}”，但是${name}${then(kept, was)}`,
  help: '“原”照发布时的文字写，一字不差；改的不止这一处，就另写一条勘误',
});

export const backDated = (id: string, index: number, seen: Instant): Breach => ({
  code: 'K108',
  id,
  at: `errata.${index}.at`,
  message: `勘误的时间太早：${printStart(seen)}网站上还没有这条勘误`,
  help: '写公布这条勘误的时间，通常就是现在',
});

export function bodyChanged(
  kept: Kept,
  { line, was, is }: { line: number; was?: string; is?: string },
): Breach {
  const from = firstDifference(was ?? '', is ?? '');
  const [before, present] = [was, is].map((text) => (text === undefined ? undefined : part(text, from)));
  return {
    ...changed(kept.id),
    bodyLine: line,
    message: `${CHANGED}：正文这一行${then(kept, before)}，${now(present)}`,
  };
}

export const exchanged = (id: string, at: string, was: AttachedFile, is: AttachedFile): Breach => ({
  code: 'K103',
  id,
  at,
  message: `附件“${short(was.name)}”被换了：发布时是 ${fingerprint(was)}，现在是 ${fingerprint(is)}`,
  help: `放回原来的文件；内容要改的，新文件作为更正公告的附件另发：npm run correct -- ${id}`,
});

export const vanished = ({ id, file, record }: Published, renamed: string | undefined): Breach => ({
  code: 'K102',
  id,
  file,
  message: `已发布的公告不见了：${id}“${short(String(record.fields['title'] ?? ''))}”找不到文件`,
  help:
    renamed === undefined
      ? `放回文件；确实要撤下，放回以后运行 npm run withdraw -- ${id} --reason "……"`
      : `${renamed} 的内容与它一模一样，多半是改了文件名：把 ${renamed} 改回 ${id}`,
});

export const late = (id: string, publishedAt: Instant, days: number): Breach => ({
  code: 'K106',
  id,
  at: 'publishedAt',
  message: `这份公告还没有发布过，发布时间却写的是 ${days} 天以前：${printStart(publishedAt)}`,
  help: '“发布时间”改成实际发布的时间，各项期限也从这个时间起算',
});

export const unregistered = (id: string): Breach => ({
  code: 'K105',
  id,
  at: 'publishedAt',
  message: '已经过了发布时间，还没有登记',
  help: '不用改。发布网站的机器下一次更新网站时会登记',
});

const changed = (id: string): Pick<Breach, 'code' | 'id' | 'help'> => ({
  code: 'K101',
  id,
  help: lawfulWays(id),
});

function then({ number }: Kept, was: string | undefined): string {
  const when = number === undefined ? '发布时' : `登记第 ${number} 号`;
  return was === undefined ? `${when}没有` : `${when}写的是“${short(was)}”`;
}

const now = (is: string | undefined): string => (is === undefined ? '现在没有了' : `现在是“${short(is)}”`);

/** What two files of one name differ in at a glance. */
const fingerprint = ({ bytes, sha256 }: AttachedFile): string =>
  `${bytes} 字节（SHA-256 ${sha256.slice(0, 8)}…）`;

/** A long value without its middle. */
function short(text: string): string {
  const characters = [...text.replaceAll('\n', ' ')];
  if (characters.length <= LONGEST_SHOWN) return characters.join('');
  const half = LONGEST_SHOWN / 2;
  return `${characters.slice(0, half).join('')}……${characters.slice(-half).join('')}（共 ${characters.length} 字）`;
}

/** Index of the first character that differs. */
function firstDifference(a: string, b: string): number {
  const [as, bs] = [[...a], [...b]];
  const index = as.findIndex((character, i) => character !== bs[i]);
  return index < 0 ? as.length : index;
}

/** The part of a line around its first character that differs. */
function part(line: string, from: number): string {
  const characters = [...line];
  const start = Math.max(0, from - BEFORE);
  const end = start + LONGEST_SHOWN - 2;
  const text = characters.slice(start, end).join('');
  return `${start > 0 ? '…' : ''}${text}${end < characters.length ? '…' : ''}`;
}
