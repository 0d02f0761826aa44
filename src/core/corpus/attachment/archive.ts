import { DEEPEST, LARGEST_READ } from './limits.ts';
import { listed, shortened, type Mark } from './mark.ts';
import type { Member } from './member.ts';
import { readRar } from './rar.ts';
import { LyingSize, readZip } from './zip.ts';

/** What may still be unpacked of one attachment, however deep its archives lie in each other. */
export interface Allowance {
  bytes: number;
  files: number;
}

/** From how many bytes on, and how many times the packed size, an archive is a bomb. Drawings and scans pack 20 to 1. */
const BOMB_BYTES = 20 * 1024 * 1024;
const BOMB_RATIO = 500;

/** What the system runs or a browser opens as a page when it is clicked; documents with macros are among them. */
export const RUNS =
  /\.(?:exe|com|scr|pif|cpl|dll|ocx|sys|msi|msix|msp|appx|bat|cmd|ps1|psm1|vbs|vbe|vb|js|jse|mjs|wsf|wsh|wsc|sct|hta|jar|py|sh|app|dmg|pkg|deb|rpm|apk|lnk|url|desktop|scf|reg|inf|gadget|application|chm|hlp|html?|xhtml|shtml|mhtml?|svg|iso|img|vhdx?|docm|dotm|xlsm|xltm|xlam|xla|xll|pptm|ppsm|potm|ppam|ade|adp|mde|one)[\s.]*$/iu;

/** What the leading bytes of a program say. */
const PROGRAMS: readonly (string | undefined)[] = [
  'exe',
  'elf',
  'macho',
  'lnk',
  'class',
  'jar',
  'swf',
  'wasm',
  'deb',
  'rpm',
  'dmg',
  'apk',
];

/** Notes that a Mac leaves in archives; nobody opens them. */
const LEFT_BY_MAC = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$)/u;

export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > BOMB_BYTES && unpacked > packed * BOMB_RATIO;

const sizeOf = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Finds a program under an honest name by its first bytes. */
export const isProgram = (kind: string | undefined): boolean => PROGRAMS.includes(kind);

/**
 * Looks through a zip, rar or 7z: at the names of all members, and by `look` into each that can be unpacked within
 * the allowance.
 */
export async function lookIntoArchive(
  kind: 'zip' | 'rar' | '7z',
  bytes: Uint8Array,
  depth: number,
  allowance: Allowance,
  look: (bytes: Uint8Array, name: string) => Promise<readonly Mark[]>,
): Promise<readonly Mark[]> {
  if (depth > DEEPEST) return [{ what: 'bomb', detail: `压缩包一层套一层，超过 ${DEEPEST} 层` }];
  const members: Member[] = [];
  const marks: Mark[] = [];
  let unpacked = 0;
  try {
    for await (const member of kind === 'zip' ? await readZip(bytes) : readRar(bytes)) {
      if (member === 'encrypted') return [{ what: 'encrypted' }];
      if (LEFT_BY_MAC.test(member.name)) continue;
      unpacked += member.size;
      if (isBomb(unpacked, bytes.length))
        return [{ what: 'bomb', detail: `解开以后超过 ${sizeOf(unpacked)}` }];
      members.push(member);
      if (allowance.files < members.length)
        return [...ofNames(members), { what: 'partly-read', detail: '里面的文件太多，没有全部看' }];
      marks.push(...(await ofMember(member, allowance, look)));
    }
  } catch {
    return [...ofNames(members), { what: 'damaged' }];
  }
  return [...ofNames(members), ...marks];
}

function ofNames(members: readonly Member[]): readonly Mark[] {
  const named = (isOne: (member: Member) => boolean): string[] =>
    members.filter(isOne).map(({ name }) => name);
  const encrypted = named(({ isEncrypted }) => isEncrypted);
  const programs = named(({ name }) => RUNS.test(name));
  const unsafe = named(({ name, isLink }) => isLink || leadsElsewhere(name));
  const marks: readonly (Mark | false)[] = [
    encrypted.length > 0 && { what: 'encrypted', detail: listed(encrypted) },
    programs.length > 0 && { what: 'program', detail: listed(programs) },
    unsafe.length > 0 && { what: 'unsafe-path', detail: listed(unsafe) },
  ];
  return marks.filter((mark) => mark !== false);
}

/** Absolute, with a drive, upwards, or written so that it reads as another name. */
const leadsElsewhere = (name: string): boolean =>
  /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);

async function ofMember(
  member: Member,
  allowance: Allowance,
  look: (bytes: Uint8Array, name: string) => Promise<readonly Mark[]>,
): Promise<readonly Mark[]> {
  if (member.isEncrypted || member.isLink || member.size === 0 || RUNS.test(member.name)) return [];
  const within = shortened(member.name);
  if (member.isReadable === false) return [{ what: 'partly-read', within, detail: '这种压缩方法打不开看' }];
  if (member.size > LARGEST_READ || member.size > allowance.bytes)
    return [{ what: 'partly-read', within, detail: '太大，没有打开看' }];
  allowance.bytes -= member.size;
  allowance.files -= 1;
  try {
    return (await look(await member.read(), member.name)).map((mark) => ({
      ...mark,
      within: mark.within === undefined ? within : `${within}/${mark.within}`,
    }));
  } catch (error) {
    return [
      error instanceof LyingSize
        ? { what: 'bomb', within, detail: '解开以后比写明的大' }
        : { what: 'damaged', within },
    ];
  }
}
