import { fileTypeFromBuffer } from 'file-type';
import type { Seen } from '../attachment-content.ts';
import { isProgram, lookIntoArchive, type Allowance } from './archive.ts';
import { LARGEST_READ, MOST_FILES, MOST_UNPACKED } from './limits.ts';
import type { Mark } from './mark.ts';
import { lookIntoOffice } from './office.ts';
import { lookIntoOldOffice } from './old-office.ts';
import { isCutPdf, lookIntoPdf } from './pdf.ts';
import { lookIntoPicture } from './picture.ts';
import { isPage, readText } from './text.ts';

/** Looks at a file. `tell` hears of the kind before the words are tried, which may be the file's trap. */
export async function lookAt(bytes: Uint8Array, tell: (seen: Seen) => void): Promise<void> {
  const kind = (await fileTypeFromBuffer(bytes))?.ext;
  if (kind !== undefined) tell({ kind, isText: false, isPointer: false });
  tell(await lookInto(kind, bytes, 0, { bytes: MOST_UNPACKED, files: MOST_FILES }));
}

async function lookInto(
  kind: string | undefined,
  bytes: Uint8Array,
  depth: number,
  allowance: Allowance,
): Promise<Seen> {
  if (kind === undefined) return lookAtText(bytes);
  if (kind === 'cfb') return lookIntoOldOffice(bytes);
  if (kind === 'jpg' || kind === 'png' || kind === 'apng')
    return { hasWords: false, marks: lookIntoPicture(kind, bytes) };
  if (kind === 'pdf') return bytes.length > LARGEST_READ ? tooLarge(isCutPdf(bytes)) : lookIntoPdf(bytes);
  if (kind === 'rar' || kind === '7z')
    return { hasWords: false, marks: await inArchive(kind, bytes, depth, allowance) };
  return isZip(bytes) ? lookIntoZip(kind, bytes, depth, allowance) : {};
}

function lookAtText(bytes: Uint8Array): Seen {
  const read = readText(bytes);
  if (!read) return { isText: false, isPointer: false };
  const { text, marks } = read;
  return {
    isText: !isPage(text),
    isPointer: text.startsWith('version https://git-lfs.github.com/spec/'),
    texts: [text],
    hasWords: text.trim() !== '',
    marks,
  };
}

const tooLarge = (isCut: boolean): Seen => ({
  texts: [],
  marks: [
    ...(isCut ? [{ what: 'damaged' } as const] : []),
    { what: 'unread', detail: `超过 ${LARGEST_READ / 1024 / 1024} MB` },
  ],
});

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function lookIntoZip(
  kind: string,
  bytes: Uint8Array,
  depth: number,
  allowance: Allowance,
): Promise<Seen> {
  try {
    const office = await lookIntoOffice(bytes);
    if (office.kind !== 'zip') return office;
    // What is neither a document nor a plain archive, an epub or a jar, keeps its name.
    const own = /^(?:doc|dot|xls|xlt|ppt|pot|pps)[xm]$/u.test(kind) ? 'zip' : kind;
    return { kind: own, texts: [], hasWords: false, marks: await inArchive('zip', bytes, depth, allowance) };
  } catch {
    return { texts: [], marks: [{ what: 'damaged' }] };
  }
}

const inArchive = (
  kind: 'zip' | 'rar' | '7z',
  bytes: Uint8Array,
  depth: number,
  allowance: Allowance,
): Promise<readonly Mark[]> =>
  lookIntoArchive(kind, bytes, depth + 1, allowance, async (member) => {
    const within = (await fileTypeFromBuffer(member))?.ext;
    if (isProgram(within)) return [{ what: 'program' }];
    return (await lookInto(within, member, depth + 1, allowance)).marks ?? [];
  });
