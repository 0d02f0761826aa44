import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../announcement/kind.ts';
import { INVISIBLE } from '../announcement/legible/unseen.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { isDeviceName, keyOfName } from '../file-name.ts';
import { IGNORED } from './content-folder.ts';
import { diagnostic } from './front-matter.ts';
import { kindAt, mayBeRead, type Kind } from './regular-file.ts';
import { renamedAmong } from './renamed.ts';
import type { Tree } from './tree.ts';
import { troubleWith } from './trouble.ts';
import { isClear, mayHave } from './unclear.ts';

/** A file published with an announcement. */
export interface Attachment {
  /** File name in the announcement's folder. */
  file: string;
  /** Name that readers see. */
  name: string;
  /** Size in bytes. */
  bytes: number;
}

/** Kinds that readers can open and that run nothing, by ending. */
export const ALLOWED = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'wps',
  'et',
  'ofd',
  'csv',
  'txt',
  'zip',
  'rar',
  '7z',
  'jpg',
  'jpeg',
  'png',
  'dwg',
  'dxf',
];

const MEGABYTE = 1024 * 1024;

/** Largest attachment, in bytes: a phone on a slow network takes minutes for more. */
export const LARGEST = 100 * MEGABYTE;

const endingOf = (file: string): string => /\.([A-Za-z0-9]+)$/u.exec(file)?.[1]?.toLowerCase() ?? '';

/** Names that some system cannot open, or that mean another folder. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}]|^\.|[. ]$/u;

/** What lies beside an announcement and what its front matter says of it. */
interface Attached {
  attachments: readonly Attachment[];
  /** Names that the body may link to: those of the front matter and those in the folder, in NFC. */
  linkable: ReadonlySet<string>;
  findings: readonly Diagnostic[];
}

/** Holds the attachments that a front matter names against the files beside it. No tree: it could not be read. */
export function checkAttachments(place: {
  root: string;
  file: string;
  folder: string | undefined;
  tree: Tree | undefined;
}): Attached {
  const { root, file, folder, tree } = place;
  const findings: Diagnostic[] = [];
  const attachments: Attachment[] = [];
  const named = new Set<string>();
  const present = folder ? filesBeside(join(root, folder)) : [];
  const items = tree ? namedIn(tree) : [];
  const renamed = renamedAmong(
    items.map(({ wanted }) => wanted),
    present,
  );
  for (const { wanted, name, span } of items) {
    const fault = named.has(wanted)
      ? { code: 'A107', message: `附件“${wanted}”写了两次`, help: '只保留一次' }
      : faultOf(root, file, folder, wanted, present, renamed.get(wanted));
    named.add(wanted);
    const found = present.find((one) => one.normalize('NFC') === wanted);
    const bytes = fault || found === undefined ? undefined : sizeOf(join(root, folder!, found));
    if (found !== undefined && bytes !== undefined) attachments.push({ file: found, name, bytes });
    else {
      const { code, message, help } = fault ?? attachmentTrouble(wanted, 'missing');
      findings.push(diagnostic(file, code, { ...span, field: '附件', message, help }));
    }
  }
  if (tree) findings.push(...clashes(file, tree, present));
  // What has been renamed is told once, where its name is written.
  const told = new Set(renamed.values());
  const unnamed = present.filter((name) => !named.has(name.normalize('NFC')) && !told.has(name));
  if (tree && areClear(tree))
    findings.push(...unnamed.map((name) => unnamedFault(file, tree, name, join(root, folder!, name), named)));
  return {
    attachments,
    linkable: new Set([...named, ...present.map((name) => name.normalize('NFC'))]),
    findings,
  };
}

/** Whether the whole list of attachments could be read; else a file may be named in the rest. */
function areClear(tree: Tree): boolean {
  if (tree.kind !== 'map' || mayHave(tree, '附件')) return false;
  return tree.entries.every(({ key, value }) => key !== '附件' || isClear(value));
}

/** The names beside an announcement; that a folder cannot be read has been told where it was found. */
function filesBeside(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name !== 'index.md' && !IGNORED.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** Size in bytes; nothing of a file that is gone, or may not be looked at. */
function sizeOf(path: string): number | undefined {
  try {
    return lstatSync(path).size;
  } catch {
    return undefined;
  }
}

/** Names that are one name to a system that ignores case, or composes characters in another way. */
function clashes(file: string, tree: Tree, present: readonly string[]): readonly Diagnostic[] {
  const groups = Map.groupBy(present, keyOfName);
  return [...groups.values()]
    .filter((names) => names.length > 1)
    .map((names) => {
      const entry = tree.kind === 'map' ? tree.entries.find(({ key }) => key === '附件') : undefined;
      const message = `${names.map((name) => `“${name}”`).join('和')}在有的系统上是同一个文件名`;
      const help = '给其中一个换一个看得出区别的名字';
      return diagnostic(file, 'A109', { ...(entry?.keySpan ?? tree.span), field: '附件', message, help });
    });
}

function unnamedFault(
  file: string,
  tree: Tree,
  name: string,
  path: string,
  named: ReadonlySet<string>,
): Diagnostic {
  const entry =
    tree.kind === 'map' ? (tree.entries.find(({ key }) => key === '附件') ?? tree.entries[0]) : undefined;
  const at = { ...(entry?.keySpan ?? tree.span), field: '附件' };
  const kind = kindAt(path);
  if (kind === 'folder') {
    const help = '公告的文件夹里不能再有文件夹；把里面的文件移出来，或者压缩成一个 zip 文件';
    return diagnostic(file, 'A103', { ...at, message: `“${name}”是文件夹，不会发布`, help });
  }
  if (kind !== 'file') {
    const { code, ...words } = attachmentTrouble(name, kind);
    return diagnostic(file, code, { ...at, ...words });
  }
  const item = `- 文件: ${name}`;
  const help =
    named.size > 0 ? `在“附件”里加上 ${item}，或者把文件移走` : `加上“附件:”，下面写 ${item}；或者把文件移走`;
  return diagnostic(file, 'A102', { ...at, message: `“${name}”没有写在“附件”里`, help });
}

/** Why a file of this name cannot be an attachment on every system. */
export const faultOfFileName = (name: string): Fault | undefined =>
  UNSAFE.test(name) || isDeviceName(name) || INVISIBLE.test(name)
    ? {
        code: 'A106',
        message: `文件名“${name}”里有不能用的字符`,
        help: '改成只含汉字、字母、数字、短横和括号的名字',
      }
    : undefined;

/** Why a file of this ending is not published. */
export const faultOfEnding = (name: string): Fault | undefined =>
  ALLOWED.includes(endingOf(name))
    ? undefined
    : {
        code: 'A103',
        message: `不能发布 .${endingOf(name)} 文件“${name}”`,
        help: `可用的种类：${ALLOWED.join('、')}`,
      };

/** The attachments as the front matter names them; what is not of the right shape the schema reports. */
function namedIn(tree: Tree): readonly { wanted: string; name: string; span: Span }[] {
  const list = tree.kind === 'map' ? tree.entries.find(({ key }) => key === '附件')?.value : undefined;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const textOf = (label: string) =>
      item.kind === 'map' ? item.entries.find(({ key }) => key === label)?.value : undefined;
    const file = textOf('文件');
    const name = textOf('名称');
    if (file?.kind !== 'text' || file.text.trim() === '') return [];
    return [
      {
        wanted: file.text.trim().normalize('NFC'),
        name: name?.kind === 'text' ? name.text.trim() : '',
        span: file.span,
      },
    ];
  });
}

function faultOf(
  root: string,
  file: string,
  folder: string | undefined,
  wanted: string,
  present: readonly string[],
  renamed: string | undefined,
): Fault | undefined {
  const fault = (code: string, message: string, help: string): Fault => ({ code, message, help });
  const wrongName = faultOfFileName(wanted);
  if (wrongName) return wrongName;
  if (!folder) {
    const home = file.replace(/\.md$/u, '');
    return fault(
      'A101',
      `附件“${wanted}”没有地方放`,
      `新建文件夹 ${home}，把公告移进去改名为 index.md，附件放在旁边`,
    );
  }
  const found = present.find((one) => one.normalize('NFC') === wanted);
  if (found === undefined && renamed !== undefined)
    return fault(
      'A101',
      `文件夹里没有“${wanted}”，有“${renamed}”，改名了？`,
      `文件: ${renamed}；不是同一个文件的，把“${wanted}”放进来，“${renamed}”也写在“附件”里`,
    );
  if (found === undefined) return fault('A101', `文件夹里没有“${wanted}”`, `把文件放进 ${folder}/`);
  const path = join(root, folder, found);
  const kind = kindAt(path);
  if (kind === 'folder') return fault('A103', `“${wanted}”是文件夹，不能作附件`, '压缩成一个 zip 文件');
  if (kind !== 'file') return attachmentTrouble(wanted, kind);
  const wrongKind = faultOfEnding(wanted);
  if (wrongKind) return wrongKind;
  const bytes = sizeOf(path);
  if (bytes === undefined) return attachmentTrouble(wanted, 'missing');
  if (!mayBeRead(path)) return attachmentTrouble(wanted, 'unreadable');
  if (bytes === 0) return fault('A105', `附件“${wanted}”是空文件`, '重新导出这个文件');
  if (bytes <= LARGEST) return undefined;
  const size = Math.ceil(bytes / MEGABYTE);
  return fault(
    'A104',
    `附件“${wanted}”有 ${size} MB，最多 ${LARGEST / MEGABYTE} MB`,
    '压缩图片或者拆成几个文件',
  );
}

const attachmentTrouble = (name: string, kind: Exclude<Kind, 'file'>): Fault =>
  kind === 'link'
    ? { code: 'F405', message: `“${name}”是快捷方式`, help: '换成文件本身，或者移走' }
    : troubleWith(`“${name}”`, kind);
