import { ID } from '../announcement/text.ts';

/** What is wrong with a file where announcements are expected, and how to go on. */
interface Stray {
  message: string;
  help: string;
}

/** Documents from which an announcement can be begun, by ending, and what a clerk calls them; words that follow “是”. */
const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/\.docx?$/iu, ' Word 文件'],
  [/\.wps$/iu, ' WPS 文件'],
  [/\.(?:rtf|odt)$/iu, '文字文档'],
  [/\.pdf$/iu, ' PDF 文件'],
  [/\.txt$/iu, '记事本文件'],
];

/** A file among the announcements that is none, by the ending of its name. */
export const strayFault = (path: string): Stray =>
  endingFault(path, '.md') ??
  documentFault(path) ?? {
    message: '这个文件不是公告',
    help: '公告的文件名以小写的 .md 结尾；附件要和 index.md 放在同一个以公告标识命名的文件夹里',
  };

/** A document of an office program, which an announcement can be begun from. */
export function documentFault(path: string): Stray | undefined {
  const name = DOCUMENTS.find(([ending]) => ending.test(path))?.[1];
  if (name === undefined) return undefined;
  return {
    message: `这是${name}，不是公告`,
    help: `从它写一份公告：npm run new -- --from-document ${quoted(`content/${path}`)}；要作附件的，和 index.md 放在同一个以公告标识命名的文件夹里`,
  };
}

/** A name with the right ending in capitals, or with another one behind it, which Windows does not show. */
export function endingFault(path: string, ending: '.md' | '.yaml'): Stray | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, stem, written, more = ''] = ENDINGS[ending].exec(name) ?? [];
  if (stem === undefined || name === stem + ending) return undefined;
  const help = `改名为 ${stem}${ending}`;
  if (more === '') return { message: `“${name}”的结尾要写成 ${ending}，现在是 ${written}`, help };
  return {
    message: `“${name}”的结尾多了 ${more}`,
    help: `去掉结尾的 ${more}，${help}；看不到这个结尾的，先在文件夹的“查看”里勾选“文件扩展名”`,
  };
}

const ENDINGS = {
  '.md': /^(.+?)(\.md|\.markdown)(\.txt|\.md)?$/iu,
  '.yaml': /^(.+?)(\.yaml|\.yml)(\.txt|\.yaml)?$/iu,
};

/** The name that an id which is none was probably meant to be. */
export function nameMeant(id: string): string | undefined {
  const name = id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:\.md)+$/u, '')
    .replace(/[\s_.—–]+/gu, '-')
    .replace(/-{2,}/gu, '-')
    .replace(/^-|-$/gu, '');
  return ID.test(name) ? name : undefined;
}

const quoted = (path: string): string => (/^[\p{L}\p{N}./_-]+$/u.test(path) ? path : `"${path}"`);
