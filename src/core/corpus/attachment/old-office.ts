import { readCompound, type Compound } from './compound.ts';
import { authorMark, listed, type Mark } from './mark.ts';
import { readProperties } from './properties.ts';
import { readWorkbook } from './workbook.ts';

/** What a compound file is, by the stream that holds its document, and what it has in it. */
interface OldOffice {
  /** `doc`, `xls`, `ppt`; `encrypted` for a docx, xlsx or pptx under a password; `cfb` when it holds no document. */
  kind: 'doc' | 'xls' | 'ppt' | 'encrypted' | 'cfb';
  marks: readonly Mark[];
}

/** Looks into an Office file of before 2007, or one under a password. Never throws: what has no sound tables is damaged. */
export function lookIntoOldOffice(bytes: Uint8Array): OldOffice {
  try {
    const file = readCompound(bytes);
    const kind = kindOf(file);
    const damaged: readonly Mark[] = file.isCut ? [{ what: 'damaged' }] : [];
    return {
      kind,
      marks: [...damaged, ...macros(file), ...packages(file), ...authors(file), ...ownMarks(kind, file)],
    };
  } catch {
    return { kind: 'cfb', marks: [{ what: 'damaged' }] };
  }
}

/** Whether an OLE object that is embedded in an Office file is a file of another program, and its name. */
export function packagedName(bytes: Uint8Array): string | undefined {
  const file = readCompound(bytes);
  const native = file.entries.find(({ path }) => isPackage(path));
  return native && nameOfPackage(file.read(native.path));
}

const isPackage = (path: string): boolean => path.split('/').at(-1) === '\u0001Ole10Native';

const has = (file: Compound, form: RegExp): boolean => file.entries.some(({ path }) => form.test(path));

function kindOf(file: Compound): OldOffice['kind'] {
  if (has(file, /^EncryptedPackage$/u)) return 'encrypted';
  if (has(file, /^WordDocument$/u)) return 'doc';
  if (has(file, /^(?:Workbook|Book)$/iu)) return 'xls';
  return has(file, /^(?:PowerPoint Document|PP97_DUALSTORAGE)$/u) ? 'ppt' : 'cfb';
}

const macros = (file: Compound): readonly Mark[] =>
  has(file, /(?:^|\/)(?:_VBA_PROJECT(?:_CUR)?|VBA)(?:\/|$)|^Macros\/|(?:^|\/)PROJECTwm$/iu)
    ? [{ what: 'macros' }]
    : [];

function packages(file: Compound): readonly Mark[] {
  const natives = file.entries.filter(({ path }) => isPackage(path));
  return natives.map(({ path }) => ({ what: 'embedded', detail: listed([nameOfPackage(file.read(path))]) }));
}

/** An OLE package: its size, a flag, then its label up to a zero. */
const nameOfPackage = (bytes: Uint8Array | undefined): string =>
  new TextDecoder('gb18030').decode(bytes?.subarray(6, 6 + 255)).replace(/\0.*$/su, '') || '没有名字的文件';

function authors(file: Compound): readonly Mark[] {
  const summary = readProperties(file.read('\u0005SummaryInformation'));
  const document = readProperties(file.read('\u0005DocumentSummaryInformation'));
  return authorMark([summary.get(4), summary.get(8), document.get(14)], [document.get(15)]);
}

function ownMarks(kind: OldOffice['kind'], file: Compound): readonly Mark[] {
  if (kind === 'encrypted') return [{ what: 'encrypted' }];
  if (kind === 'doc') return wordMarks(file.read('WordDocument')!);
  if (kind === 'xls') return excelMarks(file);
  return kind === 'ppt' ? slideMarks(file) : [];
}

/** The header of a Word document, [MS-DOC] 2.5: the flag of encryption, and how long the list of comments is. */
function wordMarks(stream: Uint8Array): readonly Mark[] {
  if (stream.length < 32) return [{ what: 'damaged' }];
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if ((view.getUint16(0x0a, true) & 0x0100) !== 0) return [{ what: 'encrypted' }];
  // A list of none has the length of its closing number, 4 bytes.
  return stream.length > 0xc2 && view.getUint32(0xbe, true) > 4 ? [{ what: 'comments' }] : [];
}

function excelMarks(file: Compound): readonly Mark[] {
  const path = file.entries.find((entry) => /^(?:Workbook|Book)$/iu.test(entry.path))!.path;
  const { password, hasMacroSheets, hiddenSheets, comments } = readWorkbook(
    file.read(path) ?? new Uint8Array(),
  );
  const marks: readonly (Mark | false)[] = [
    password === 'asked' && { what: 'encrypted' },
    password === 'open' && { what: 'unread', detail: '工作簿加了保护' },
    hasMacroSheets && { what: 'macros', detail: '宏表' },
    hiddenSheets.length > 0 && { what: 'hidden', detail: `工作表 ${listed(hiddenSheets)}` },
    comments > 0 && { what: 'comments', detail: `${comments} 处` },
    has(file, /^Revision Log$/iu) && { what: 'tracked' },
  ];
  return marks.filter((mark) => mark !== false);
}

/** How a record of 12 bytes begins that tells whether the slides have macros, [MS-PPT] 2.4.10. */
const MACRO_ATOM = Buffer.from([0x02, 0x00, 0x00, 0x04, 0x0c, 0x00, 0x00, 0x00]);
/** What the user's record of encrypted slides says, [MS-PPT] 2.3.2. */
const ENCRYPTED_SLIDES = 0xf3d1c4df;

function slideMarks(file: Compound): readonly Mark[] {
  const user = file.read('Current User');
  if (
    user &&
    user.length >= 16 &&
    new DataView(user.buffer, user.byteOffset).getUint32(12, true) === ENCRYPTED_SLIDES
  ) {
    return [{ what: 'encrypted' }];
  }
  const slides = Buffer.from(file.read('PowerPoint Document') ?? []);
  for (let at = slides.indexOf(MACRO_ATOM); at >= 0; at = slides.indexOf(MACRO_ATOM, at + 1)) {
    if (at + 16 <= slides.length && slides.readUInt32LE(at + 12) === 1) return [{ what: 'macros' }];
  }
  return [];
}
