import { fault, halfWidthFault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';
import { lookAlikeIn } from './legible/look-alike.ts';
import { FIELD_CODE, unreadableIn } from './legible/marks.ts';
import { withPlainBlanks } from './legible/unseen.ts';
import { isDeviceName } from '../file-name.ts';
import { lengthOf, LONGEST, LONGEST_NOTICE } from './line.ts';

export function parseText(text: string): Parsed<string> {
  const unreadable = unreadableIn(text, '文字');
  if (unreadable) return fault(FIELD_CODE[unreadable.kind], unreadable.message, unreadable.help);
  // Composed first: some characters of other scripts are two in that form.
  const composed = withPlainBlanks(text).normalize('NFC');
  const length = lengthOf(composed);
  if (length > LONGEST) {
    return fault('F317', `这一栏有 ${length} 字，最多 ${LONGEST} 字`, '详细内容写到正文里，这里只写要点');
  }
  return ok(composed);
}

/** Reads a text that stands on one line wherever it is shown: a title, a name, a room. */
function parseLine(text: string): Parsed<string> {
  if (/[\n\r]/u.test(text)) {
    return fault('F118', '这一栏分成了几行', '并成一行，写在冒号后面；要分开说的事用逗号或者分号隔开');
  }
  if (text.includes('\t')) {
    return fault('F118', '这一栏里有 Tab 键打出的空白', '删掉它；要隔开的地方用一个空格');
  }
  return parseText(text);
}

/** Reads a title: a line that has at least a letter, a character or a digit in it. */
function parseTitle(text: string): Parsed<string> {
  if (/[\p{L}\p{N}]/u.test(text)) return parseLine(text);
  const unreadable = parseLine(text);
  if ('fault' in unreadable) return unreadable;
  return fault('F321', `标题“${text.slice(0, 20)}”里一个字也没有`, '写出公告的名称');
}

/** Reads a notice for the lobby screens: one line, short. */
function parseNotice(text: string): Parsed<string> {
  const parsed = parseLine(text);
  if ('fault' in parsed) return parsed;
  const length = lengthOf(parsed.value);
  if (length > LONGEST_NOTICE) {
    return fault(
      'F317',
      `屏幕上的提示有 ${length} 字，最多 ${LONGEST_NOTICE} 字`,
      '只写发生了什么、到哪里去或者怎么办；详细内容写在公告里',
    );
  }
  return parsed;
}

/** Longest official code: some notices name three of them in one line. */
const LONGEST_CODE = 120;

/** Whether a code has nothing but ASCII letters, digits and `-` between them, so that it can be an address itself. */
export const isPlainCode = (code: string): boolean =>
  /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/u.test(code) && code.length <= 64;

/** A code stays text as it was issued: `0123` stays `0123`, and so does 粤财采购[2026]0123号. */
function parseCode(text: string): Parsed<string> {
  if (isDeviceName(text)) {
    return fault('F332', `“${text}”是 Windows 的设备名，不能成为网址的一部分`, { example: `${text}-1` });
  }
  if (isPlainCode(text)) return ok(text);
  // Full-width letters of a code that is plain are a slip of the keyboard.
  if (isPlainCode(toHalfWidth(text))) return { fault: halfWidthFault(text, parseCode)! };
  if (!/[\p{L}\p{N}]/u.test(text))
    return fault('F313', `编号“${text}”里没有字母和数字`, '照文件上的编号抄写');
  const parsed = parseLine(text);
  if ('fault' in parsed) return parsed;
  const alike = lookAlikeIn(text);
  if (alike) {
    const message = `编号“${text}”里的“${alike.char}”是${alike.name}，不是看起来的那个字`;
    return fault('F313', message, '对照文件，用键盘重新输入这个字');
  }
  if (lengthOf(parsed.value) <= LONGEST_CODE) return parsed;
  return fault(
    'F313',
    `编号有 ${lengthOf(parsed.value)} 字，最多 ${LONGEST_CODE} 字`,
    '只写编号，别的话写到正文',
  );
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of a unified social credit code by GB 32100-2015; `body` is its first 17 characters. */
export function usccCheckDigit(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const char of body) {
    sum += USCC_ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Reads a unified social credit code 统一社会信用代码 and proves its check digit. */
function parseUscc(text: string): Parsed<string> {
  const code = toHalfWidth(text).toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/u.test(code)) {
    return fault(
      'F311',
      `统一社会信用代码“${text}”应为 18 位数字和大写字母（没有 I、O、S、V、Z）`,
      '对照营业执照或法人证书重新抄写',
    );
  }
  if (usccCheckDigit(code.slice(0, 17)) !== code[17]) {
    return fault(
      'F312',
      `统一社会信用代码“${text}”的校验位不对，有一位抄错了`,
      '对照营业执照或法人证书逐位核对',
    );
  }
  if (code !== text) return fault('F114', `“${text}”要用半角大写字符`, { fix: code });
  return ok(code);
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u;

function parseDigest(text: string): Parsed<string> {
  if (DIGEST.test(text)) return ok(text);
  const better = toHalfWidth(text).replace(/\s/gu, '').toLowerCase();
  return fault(
    'F335',
    `“${text}”不是校验值`,
    DIGEST.test(better) ? { fix: better } : 'sha256: 和 64 位数字、小写字母（a 到 f）',
  );
}

function parseUrl(text: string): Parsed<string> {
  if (/^https?:\/\/[^\s/]+(\/\S*)?$/u.test(text) && URL.canParse(text)) return ok(text);
  return fault('F316', `“${text}”不是完整的网址`, '以 https:// 或 http:// 开头，中间没有空格');
}

/** Longest address in the maps for web servers, in bytes: nginx reads no word of its settings longer than 4,096. */
const LONGEST_OLD_ADDRESS = 1000;

/**
 * Reads an address of an old site: its path with its query, `/show.aspx?id=12`, or a whole address, of which these are
 * kept. The value is what a browser would ask for, so that web servers can compare it.
 */
export function parseOldAddress(text: string): Parsed<string> {
  const whole = /^https?:\/\//u.test(text) ? text : `http://old.invalid${text}`;
  if (/^(https?:\/)?\/[^\s/\\][^\s\\"'{}]*$|^\/$/u.test(text) && URL.canParse(whole)) {
    const { pathname, search } = new URL(whole);
    const address = pathname + search;
    if (address.length <= LONGEST_OLD_ADDRESS) return ok(address);
    return fault(
      'F330',
      `这个旧网址有 ${address.length} 个字符（一个汉字算 9 个），最多 ${LONGEST_OLD_ADDRESS} 个`,
      '核对是不是多粘了别的文字；真有这么长的，删去它，请网站管理员在服务器上单独转',
    );
  }
  return fault('F318', `“${text}”不是旧网站上的网址`, {
    help: '从域名后面的“/”写起',
    example: '/jyxx/001001/20180301/1.html、/show.aspx?id=12',
  });
}

/** The id of an announcement is its file's name without ending: ASCII lower case, digits and single `-`. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

function parseId(text: string): Parsed<string> {
  if (ID.test(text)) return ok(text);
  const better = toHalfWidth(text)
    .toLowerCase()
    .replace(/\.md$/u, '')
    .replace(/[ _.]+/gu, '-');
  return fault(
    'F401',
    `“${text}”不是公告的标识`,
    ID.test(better)
      ? { fix: better }
      : { help: '写那份公告的文件名（不带 .md）', example: 'gm-js-2026-012-tender' },
  );
}

const same = <T>(value: T): T => value;
const textual = (name: string, parse: (text: string) => Parsed<string>): Kind<string> => ({
  name,
  parse,
  print: same,
  toJson: same,
});

export const textKind = textual('text', parseText);
export const lineKind = textual('text', parseLine);
export const titleKind = textual('text', parseTitle);
export const noticeKind = textual('notice', parseNotice);
export const codeKind = textual('code', parseCode);
export const usccKind: Kind<string> = {
  ...textual('uscc', parseUscc),
  pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/u,
};
export const digestKind: Kind<string> = { ...textual('digest', parseDigest), pattern: DIGEST };
export const urlKind: Kind<string> = { ...textual('url', parseUrl), pattern: /^https?:\/\//u };
export const oldAddressKind: Kind<string> = {
  ...textual('old-address', parseOldAddress),
  pattern: /^(https?:\/)?\//u,
};
export const referenceKind: Kind<string> = { ...textual('reference', parseId), pattern: ID };

/** Short answers that official notices give to a question with yes or no. */
const ANSWER =
  /^(?:本(?:项目|次招标|次采购|工程|标段|包))?(不|非)?(?:是|否|接受|允许|属于|专门面向|专门面向中小企业采购)?(?:联合体)?(?:投标|参加|响应|参与)?。?$/u;

/** Reads 是 or 否, and what says the same: `接受`, `不接受联合体投标`, `本项目不接受联合体投标。`. */
function parseYesNo(text: string): Parsed<boolean> {
  if (text === '是') return ok(true);
  if (text === '否') return ok(false);
  const answer = ANSWER.exec(text.replace(/\s/gu, ''));
  const isAnswered = answer && /是|否|接受|允许|属于|专门面向/u.test(text);
  if (isAnswered) return ok(answer[1] === undefined && !text.includes('否'));
  const [, start] = /^(是|否|接受|不接受)[，,；;（(、]/u.exec(text) ?? [];
  return fault(
    'F205',
    `“${text}”不在可选项里`,
    start === undefined
      ? '是 或 否'
      : `${/^(是|接受)$/u.test(start) ? '是' : '否'}（后面的话写到正文或者“其他事项”）`,
  );
}

/** 是 or 否. */
export const yesNoKind: Kind<boolean> = {
  name: 'yes-no',
  parse: parseYesNo,
  print: (value) => (value ? '是' : '否'),
  toJson: same,
};

/** An enumeration: `terms` gives each English value its Chinese term, `also` other terms that are read for one. */
export function choiceKind<const T extends Record<string, string>>(
  terms: T,
  also: Readonly<Record<string, keyof T & string>> = {},
): Kind<keyof T & string> {
  const byTerm = new Map([
    ...Object.entries(also),
    ...Object.entries(terms).map(([value, term]) => [term, value] as const),
  ]);
  return {
    name: 'choice',
    parse: (text) => {
      const value = byTerm.get(text.normalize('NFC'));
      if (value !== undefined) return ok(value);
      return fault('F205', `“${text}”不在可选项里`, Object.values(terms).join('、'));
    },
    print: (value) => terms[value]!,
    toJson: same,
    pattern: new RegExp(`^(${Object.values(terms).join('|')})$`, 'u'),
  };
}
