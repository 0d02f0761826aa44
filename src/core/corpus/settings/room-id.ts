import { fault, ok, type Kind } from '../../announcement/kind.ts';

/** The id of a room: a part of addresses, `live/kb303.json`. */
export const roomIdKind: Kind<string> = {
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
      `“${text}”不能作场所的标识`,
      better === '' ? { help: '只用小写字母、数字和“-”', example: 'kb303' } : { fix: better },
    );
  },
  print: (value) => value,
  toJson: (value) => value,
};
