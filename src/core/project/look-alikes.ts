import { isLegacy } from '../announcement/legacy.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import { addressOfCode } from '../announcement/code-address.ts';
import type { Finding } from '../diagnostic.ts';
import { codeOf, type LinkedAnnouncements } from './links.ts';

/** What the eye takes a code for: capitals, O and 0 alike, I, L and 1 alike, brackets of any kind, no blanks. */
export const seen = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
    .replace(/[〔［[【]/gu, '(')
    .replace(/[〕］\]】]/gu, ')')
    .replace(/[\s—–－]/gu, (char) => (char.trim() === '' ? '' : '-'));

/** Project codes that look like an earlier one: by a slip or a scan, one project would have two timelines. */
export const checkLookAlikes = (archive: LinkedAnnouncements): readonly Finding[] => [
  ...checkSeen(archive),
  ...checkAddresses(archive),
];

/** Codes that differ, but whose projects would have one page. */
function checkAddresses({ entries }: LinkedAnnouncements): readonly Finding[] {
  const first = new Map<string, { code: string; id: string }>();
  return entries.filter(isCurrent).flatMap(({ id, announcement }): readonly Finding[] => {
    const code = codeOf(announcement);
    if (code === undefined) return [];
    const address = addressOfCode(code);
    const earlier = first.get(address);
    if (!earlier) first.set(address, { code, id });
    if (!earlier || earlier.code === code || seen(earlier.code) === seen(code)) return [];
    const message = `项目编号“${code}”和“${earlier.id}”的“${earlier.code}”会成为同一个网址 ${address}`;
    return [
      {
        code: 'L134',
        id,
        at: 'projectCode',
        message,
        help: '核对编号；确实是两个项目的，其中一个在末尾加 -2',
      },
    ];
  });
}

function checkSeen({ entries }: LinkedAnnouncements): readonly Finding[] {
  const first = new Map<string, { code: string; id: string }>();
  return entries.filter(isCurrent).flatMap(({ id, announcement }): readonly Finding[] => {
    const code = codeOf(announcement);
    if (code === undefined) return [];
    const earlier = first.get(seen(code));
    if (!earlier) first.set(seen(code), { code, id });
    // An old code stays as it was issued.
    if (!earlier || earlier.code === code || isLegacy(announcement)) return [];
    const message = `项目编号“${code}”看起来和“${earlier.id}”的“${earlier.code}”一样，其实不是一个`;
    const help = `项目编号: ${earlier.code}；确实是另一个项目的，换一个看得出区别的编号`;
    return [{ code: 'L119', id, at: 'projectCode', message, help }];
  });
}
