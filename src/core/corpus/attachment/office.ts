import { RUNS, isBomb } from './archive.ts';
import type { Member } from './member.ts';
import { MOST_CHARACTERS } from './limits.ts';
import { authorMark, listed, type Mark } from './mark.ts';
import { packagedName } from './old-office.ts';
import { readZip } from './zip.ts';

/** What a file in a zip is, by what it holds, and what it has in it. */
interface Office {
  /** `zip` when it holds no document. */
  kind: 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'zip';
  marks: readonly Mark[];
  /** Its words, a text for every part. */
  texts: readonly string[];
  /** See `Seen`. */
  hasWords?: boolean;
}

/** Largest part read, in bytes, unpacked: a bill of quantities of a whole town has 30 MB. */
const LARGEST_PART = 40 * 1024 * 1024;
/** All parts together. */
const LARGEST_PARTS = 200 * 1024 * 1024;

/** Where words stand that a reader sees or that go with the file. */
const WORDS =
  /^(?:word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(?:sharedStrings|worksheets\/[^/]+|comments\d*|comments\/[^/]+|threadedComments\/[^/]+)|ppt\/(?:slides|comments|notesSlides)\/[^/]+|docProps\/(?:core|app|custom)|Doc_\d+\/Pages\/.*Content|OFD)\.xml$/iu;
/** Of these, what is no part of the text: properties and remarks. */
const ASIDE = /^docProps\/|^OFD\.xml$|comments/iu;
/** What else is read to know the file. */
const TOLD =
  /^\[Content_Types\]\.xml$|\.rels$|^xl\/workbook\.xml$|^xl\/externalLinks\/[^/]+\.xml$|\/embeddings\/[^/]+\.bin$/iu;

/** Main types of a package, `ms-word.document.macroEnabled.main+xml` among them. */
const FAMILIES: readonly (readonly [Office['kind'], RegExp])[] = [
  ['docx', /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/iu],
  [
    'xlsx',
    /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.(?:macroEnabled|binary)/iu,
  ],
  ['pptx', /presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled/iu],
];

/** Looks into what is packed as a zip. Throws when that is damaged. */
export async function lookIntoOffice(bytes: Uint8Array): Promise<Office> {
  const members = await readZip(bytes);
  const unpacked = members.reduce((sum, { size }) => sum + size, 0);
  const types = members.find(({ name, size }) => name === '[Content_Types].xml' && size < LARGEST_PART);
  const kind = kindOf(members, types ? await textOf(types) : '');
  if (kind === 'zip') return { kind, texts: [], marks: [] };
  if (isBomb(unpacked, bytes.length)) {
    return {
      kind,
      texts: [],
      marks: [{ what: 'bomb', detail: `解开以后有 ${Math.ceil(unpacked / 1024 / 1024)} MB` }],
    };
  }
  const parts = await readParts(members);
  const words = [...parts.texts]
    .filter(([name]) => WORDS.test(name))
    .map(([name, text]) => ({ name, text: wordsOf(name, text).slice(0, MOST_CHARACTERS) }));
  const hasWords = words.some(({ name, text }) => !ASIDE.test(name) && text.trim() !== '');
  return {
    kind,
    texts: words.map(({ text }) => text),
    ...(hasWords || parts.marks.length === 0 ? { hasWords } : {}),
    marks: [
      ...parts.marks,
      ...macros(members, parts.texts),
      ...embedded(members, parts.packages),
      ...reachesOut(parts.texts),
      ...tracked(members, parts.texts),
      ...comments(parts.texts),
      ...hidden(parts.texts),
      ...authors(parts.texts),
    ],
  };
}

function kindOf(members: readonly Member[], types: string): Office['kind'] {
  const names = new Set(members.map(({ name }) => name.toLowerCase()));
  const tags = types.match(/<(?:\w+:)?(?:Override|Default)\b[^>]*>/gu) ?? [];
  const usual = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };
  for (const [kind, form] of FAMILIES) {
    const isMain = tags.some((tag) => {
      if (!form.test(tag)) return false;
      const part = /PartName\s*=\s*["']\/?([^"']+)/u.exec(tag)?.[1] ?? usual[kind as keyof typeof usual];
      return names.has(part.toLowerCase());
    });
    if (isMain) return kind;
  }
  return names.has('ofd.xml') ? 'ofd' : 'zip';
}

const textOf = async (member: Member): Promise<string> => xmlOf(await member.read());

/** XML is UTF-8 or says by its first bytes that it is UTF-16. */
const xmlOf = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);

interface Parts {
  /** XML by its path. */
  texts: ReadonlyMap<string, string>;
  /** OLE objects by their path. */
  packages: ReadonlyMap<string, Uint8Array>;
  marks: readonly Mark[];
}

async function readParts(members: readonly Member[]): Promise<Parts> {
  const texts = new Map<string, string>();
  const packages = new Map<string, Uint8Array>();
  const marks: Mark[] = members.some(({ isEncrypted }) => isEncrypted) ? [{ what: 'encrypted' }] : [];
  let room = LARGEST_PARTS;
  for (const member of members.filter(
    ({ name, isEncrypted }) => !isEncrypted && (WORDS.test(name) || TOLD.test(name)),
  )) {
    room -= member.size;
    if (member.size > LARGEST_PART || room < 0) {
      marks.push({ what: 'unread', detail: `里面的“${member.name}”太大` });
      continue;
    }
    const bytes = await member.read();
    if (/\.bin$/iu.test(member.name)) packages.set(member.name, bytes);
    else texts.set(member.name, xmlOf(bytes));
  }
  return { texts, packages, marks };
}

/** Each paragraph, cell, text or property on a line of its own: what is joined would make up numbers. */
function wordsOf(name: string, xml: string): string {
  const ends = /^(?:docProps\/|OFD\.xml)/iu.test(name)
    ? /<\/[^>]*>/gu
    : /<\/(?:\w+:)?(?:p|tc|si|c|comment|threadedComment|text|TextCode)>/gu;
  return xml.replace(ends, '\n').replace(/<[^>]*>/gu, '');
}

function macros(members: readonly Member[], texts: ReadonlyMap<string, string>): readonly Mark[] {
  const types = texts.get('[Content_Types].xml') ?? '';
  const has = (form: RegExp): boolean => members.some(({ name }) => form.test(name));
  if (has(/vbaProject[^/]*\.bin$|vbaData[^/]*\.xml$/iu) || /macroEnabled|vbaProject/iu.test(types))
    return [{ what: 'macros' }];
  if (has(/(?:^|\/)(?:macrosheets|dialogsheets)\//iu) || /macrosheet/iu.test(types))
    return [{ what: 'macros', detail: '宏表' }];
  return has(/(?:^|\/)activeX\//iu) ? [{ what: 'controls' }] : [];
}

/** Files of other programs. A chart's own table (xlsx in docx) is an ordinary part of a document. */
function embedded(members: readonly Member[], packages: ReadonlyMap<string, Uint8Array>): readonly Mark[] {
  const names = [...packages].flatMap(([, bytes]) => nameIn(bytes));
  const others = members
    .map(({ name }) => name)
    .filter(
      (name) =>
        /\/embeddings\//iu.test(name) && !/\.(?:bin|docx|xlsx|pptx|vsdx|emf|wmf|doc|xls|ppt)$/iu.test(name),
    )
    .map((name) => name.replace(/^.*\//u, ''));
  return filesInside([...names, ...others]);
}

/** Marks for files that are embedded in a document, by their names. */
export function filesInside(names: readonly string[]): readonly Mark[] {
  const programs = names.filter((name) => RUNS.test(name));
  const others = names.filter((name) => !RUNS.test(name));
  const marks: readonly (Mark | false)[] = [
    programs.length > 0 && { what: 'program', detail: listed(programs) },
    others.length > 0 && { what: 'embedded', detail: listed(others) },
  ];
  return marks.filter((mark) => mark !== false);
}

function nameIn(object: Uint8Array): readonly string[] {
  try {
    const name = packagedName(object);
    return name === undefined ? [] : [name];
  } catch {
    // Not a compound file: no package of Windows.
    return [];
  }
}

/** On another machine; a template on the author's own disk is named in many honest files. */
const REMOTE =
  /Target\s*=\s*["'](?:https?:|ftp:|\\\\|\/\/|file:\/\/(?![A-Za-z]:)[^/\\]|file:(?:\/{4}|\\\\))/iu;

/** What an office program fetches or starts when the file is opened. */
function reachesOut(texts: ReadonlyMap<string, string>): readonly Mark[] {
  const fetched = [...texts].some(
    ([name, text]) =>
      name.endsWith('.rels') &&
      (text.match(/<(?:\w+:)?Relationship\b[^>]*>/gu) ?? []).some(
        (tag) =>
          /TargetMode\s*=\s*["']External/iu.test(tag) &&
          /\/(?:attachedTemplate|oleObject|frame|subDocument|aFChunk)["']/iu.test(tag) &&
          REMOTE.test(tag),
      ),
  );
  const started = [...texts].some(
    ([name, text]) =>
      (/^word\//iu.test(name) && /\bDDE(?:AUTO)?\s/u.test(instructionsOf(text))) ||
      /<(?:\w+:)?ddeLink\b/iu.test(text),
  );
  const marks: readonly (Mark | false)[] = [
    fetched && { what: 'script', detail: '打开时会到网上取模板或者对象' },
    started && { what: 'script', detail: '打开时会启动别的程序（DDE）' },
  ];
  return marks.filter((mark) => mark !== false);
}

const instructionsOf = (text: string): string =>
  `${[...text.matchAll(/<\w+:instrText\b[^>]*>([^<]*)/gu)].map(([, words]) => words).join('')} ${[...text.matchAll(/\w+:instr\s*=\s*"([^"]*)/gu)].map(([, words]) => words).join(' ')}`;

const CHANGED =
  /<\w+:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|rPrChange|pPrChange|tblPrChange|trPrChange|tcPrChange|sectPrChange|numberingChange)[\s>]/gu;

function tracked(members: readonly Member[], texts: ReadonlyMap<string, string>): readonly Mark[] {
  const inWord = [...texts]
    .filter(([name]) => /^word\/[^/]+\.xml$/iu.test(name))
    .reduce((sum, [, text]) => sum + (text.match(CHANGED)?.length ?? 0), 0);
  if (inWord > 0) return [{ what: 'tracked', detail: `${inWord} 处` }];
  return members.some(({ name }) => /^xl\/revisions\/revisionLog/iu.test(name)) ? [{ what: 'tracked' }] : [];
}

function comments(texts: ReadonlyMap<string, string>): readonly Mark[] {
  const found = [...texts].filter(([name]) =>
    /(?:^|\/)(?:comments|threadedComments)[^/]*(?:\/[^/]*)?\.xml$/iu.test(name),
  );
  // Excel writes a threaded comment twice: once for programs that know none.
  const counts = found.map(
    ([, text]) => text.match(/<(?:\w+:)?(?:comment|threadedComment|cm)[\s>]/gu)?.length ?? 0,
  );
  const most = counts.reduce((sum, count) => sum + count, 0);
  return most === 0 ? [] : [{ what: 'comments' }];
}

function hidden(texts: ReadonlyMap<string, string>): readonly Mark[] {
  const workbook = texts.get('xl/workbook.xml') ?? '';
  const sheets = (workbook.match(/<(?:\w+:)?sheet\b[^>]*>/gu) ?? [])
    .filter((tag) => /\sstate\s*=\s*["'](?:hidden|veryHidden)/u.test(tag))
    .map((tag) => /\sname\s*=\s*["']([^"']*)/u.exec(tag)?.[1] ?? '');
  const slides = [...texts].filter(
    ([name, text]) =>
      /^ppt\/slides\//iu.test(name) && /<\w+:sld\b[^>]*\sshow\s*=\s*["'](?:0|false)/u.test(text),
  ).length;
  const document = [...texts].filter(([name]) => /^word\/document\d*\.xml$/iu.test(name));
  const words = document.some(([, text]) => text.split(/<\/\w+:r>/u).some(isHiddenRun));
  const marks: readonly (Mark | false)[] = [
    sheets.length > 0 && { what: 'hidden', detail: `工作表 ${listed(sheets)}` },
    slides > 0 && { what: 'hidden', detail: `幻灯片 ${slides} 张` },
    words && { what: 'hidden', detail: '文字' },
  ];
  return marks.filter((mark) => mark !== false);
}

/** Text that is not shown at the end of a piece of XML; what marks a paragraph's end or an index has no words. */
function isHiddenRun(piece: string): boolean {
  const run = piece.slice([...piece.matchAll(/<\w+:r[\s>]/gu)].at(-1)?.index ?? piece.length);
  const isHidden = /<\w+:vanish(?:\s*\/>|\s+\w+:val\s*=\s*["'](?:1|true|on)["']\s*\/>)/u.test(run);
  return isHidden && /<\w+:t(?:\s[^>]*)?>[^<]*\S/u.test(run);
}

function authors(texts: ReadonlyMap<string, string>): readonly Mark[] {
  const value = (part: string, tag: string): string | undefined =>
    new RegExp(`<(?:\\w+:)?${tag}\\b[^>]*>([^<]*)<`, 'u').exec(texts.get(part) ?? '')?.[1];
  return authorMark(
    [
      value('docProps/core.xml', 'creator'),
      value('docProps/core.xml', 'lastModifiedBy'),
      value('docProps/app.xml', 'Manager'),
      value('OFD.xml', 'Author'),
    ],
    [value('docProps/app.xml', 'Company')],
  );
}
