/** What a reader of an attachment would meet in it; each is told with a code of its own. */
export type What =
  | 'macros'
  | 'controls'
  | 'encrypted'
  | 'damaged'
  | 'bomb'
  | 'unread'
  | 'partly-read'
  | 'script'
  | 'embedded'
  | 'program'
  | 'unsafe-path'
  | 'tracked'
  | 'comments'
  | 'annotations'
  | 'hidden'
  | 'author'
  | 'place'
  | 'restricted';

/** One thing that was met. */
export interface Mark {
  what: What;
  /** Names or numbers for the message, in Chinese. */
  detail?: string;
  /** Whose names its properties hold. */
  authors?: Authors;
  /** Path inside the attachment of the file that has it, where the attachment is an archive. */
  within?: string;
}

/** As they are written; a name of a person is covered before it is printed. */
export interface Authors {
  persons: readonly string[];
  organisations: readonly string[];
}

/** Longest name printed, in characters: more of it would push the message off the screen. */
const LONGEST_NAME = 40;

/** A name for a message: on one line, cut in the middle. */
export function shortened(name: string): string {
  const characters = [...name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�')];
  if (characters.length <= LONGEST_NAME) return characters.join('');
  const half = LONGEST_NAME / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

/** The first names of a list and how many there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${shortened(name)}”`);
  return `${shown.join('、')}${names.length > 3 ? ` 等 ${names.length} 个` : ''}`;
}

/** Names that a program or a fresh computer writes, and that tell of no person. */
const NOBODY =
  /^(?:admin(?:istrator)?|users?|windows ?(?:user|用户)|微软用户|微软中国|microsoft(?: office)?(?: user)?|ms ?office|wps(?: office)?(?: 文字| 表格)?|office|openpyxl|python-docx|xlsxwriter|apache poi|libreoffice|pc|lenovo|dell|hp|asus|acer|thinkpad|unknown|author|作者|未知|用户|系统管理员|管理员|root|-|\.)?$/iu;

/** The names of persons and of organisations in a file's properties, where they are names. */
export function authorMark(
  persons: readonly (string | undefined)[],
  organisations: readonly (string | undefined)[],
): readonly Mark[] {
  const authors = { persons: telling(persons), organisations: telling(organisations) };
  return authors.persons.length + authors.organisations.length === 0 ? [] : [{ what: 'author', authors }];
}

const telling = (names: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(names.map((name) => (name ?? '').trim()).filter((name) => !NOBODY.test(name))),
];
