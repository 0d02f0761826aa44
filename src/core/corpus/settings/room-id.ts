import { fault, ok, type Kind } from '../../announcement/kind.ts';

/** The id of something that is a part of addresses or the name of a folder; `whose` in Chinese. */
const idKind = (whose: string, example: string): Kind<string> => ({
  name: 'room-id',
  parse: (text) => {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text) && text.length <= 32) return ok(text);
    const better = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 32);
    return fault(
      'S101',
      `“${text}”不能作${whose}的标识`,
      better === '' ? { help: '只用小写字母、数字和“-”', example } : { fix: better },
    );
  },
  print: (value) => value,
  toJson: (value) => value,
});

/** A room: `live/kb303.json`. */
export const roomIdKind = idKind('场所', 'kb303');

/** A class of the disclosure catalogue: `content/disclosure/regulations/`. */
export const classIdKind = idKind('分类', 'regulations');
