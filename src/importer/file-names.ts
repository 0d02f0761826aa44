import { INVISIBLE } from '../core/announcement/legible/unseen.ts';
import { ALLOWED } from '../core/corpus/attachments.ts';
import { bytesOf, isDeviceName, keyOfName } from '../core/file-name.ts';

/** Longest name that is given, in bytes: some room stays for a number and for the names of systems that add theirs. */
const LONGEST = 160;

/** Characters that no name of an attachment may have, see `checkAttachments`. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu;

export const endingOf = (name: string): string | undefined =>
  /\.([a-z\d]{1,8})$/iu.exec(name.trim())?.[1]?.toLowerCase();

/** The ending of a file by its name, its address or what it is; nothing where it is none that may be published. */
export function allowedEnding(name: string, address: string, kind: string | undefined): string | undefined {
  const [path = '', query = ''] = address.split('?');
  const said = [name, path, ...query.split('&').map((one) => decoded(one))].map(endingOf);
  return (
    said.find((ending) => ending !== undefined && ALLOWED.includes(ending)) ??
    (kind !== undefined && ALLOWED.includes(kind) ? kind : undefined)
  );
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name that every system takes, with this ending, and that none of the others is to a system that ignores case. */
export function safeName(words: string, ending: string, taken: ReadonlySet<string>): string {
  const stem = shortened(
    [...words.normalize('NFC')]
      .filter((one) => !INVISIBLE.test(one))
      .join('')
      .toWellFormed()
      .replace(UNSAFE, '_')
      .replace(new RegExp(`\\.${ending}$`, 'iu'), '')
      .replace(/\s+/gu, ' ')
      .replace(/^[.\s~]+|[.\s]+$/gu, ''),
  );
  const plain = stem === '' || isDeviceName(`${stem}.${ending}`) ? `附件${stem}` : stem;
  for (let count = 1; ; count += 1) {
    const name = `${plain}${count === 1 ? '' : `（${count}）`}.${ending}`;
    if (!taken.has(keyOfName(name))) return name;
  }
}

function shortened(stem: string): string {
  let short = '';
  for (const character of stem) {
    if (bytesOf(short + character) > LONGEST) break;
    short += character;
  }
  return short.trimEnd();
}
