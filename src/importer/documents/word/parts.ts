import { posix } from 'node:path';
import { isBomb } from '../../../core/corpus/attachment/archive.ts';
import { MOST_FILES, MOST_UNPACKED } from '../../../core/corpus/attachment/limits.ts';
import type { Member } from '../../../core/corpus/attachment/member.ts';
import { readZip } from '../../../core/corpus/attachment/zip.ts';
import { Refusal } from '../refusal.ts';
import { attribute, BROKEN, elementsNamed, parseXml, type Document } from './xml.ts';

/** Largest part that is read, in bytes unpacked: an announcement of a thousand pages has a tenth of it. */
const LARGEST_PART = 16 * 1024 * 1024;

/** Where a part leads to: another part of the package or an address outside. */
interface Relationship {
  /** The last word of its type: `footnotes`, `header`, `hyperlink`. */
  type: string;
  target: string;
  isOutside: boolean;
}

/** The parts of a Word document that are read; nothing else of the package is unpacked. */
export interface Parts {
  document: Document;
  styles?: Document;
  numbering?: Document;
  footnotes?: Document;
  endnotes?: Document;
  comments?: Document;
  /** Those that the sections name, by the id under which they do. */
  pageEdges: ReadonlyMap<string, Document>;
  /** Where the document's links lead, by the id under which it names them. */
  links: ReadonlyMap<string, string>;
  hasMacros: boolean;
}

/**
 * Opens the package of a Word document. Paths in it are looked up and never written to, so a name that leads out of it
 * leads nowhere; what lies outside is never fetched.
 * @throws {Refusal}
 */
export async function readParts(bytes: Uint8Array): Promise<Parts> {
  const members = await membersOf(bytes);
  const main = await mainPart(members);
  const related = await relationshipsOf(members, main);
  const partOf = async (type: string): Promise<Document | undefined> => {
    const found = [...related.values()].find((one) => one.type === type && !one.isOutside);
    return found && (await read(members, found.target));
  };
  const document = await read(members, main);
  if (!document) throw new Refusal(BROKEN);
  const optional = {
    styles: await partOf('styles'),
    numbering: await partOf('numbering'),
    footnotes: await partOf('footnotes'),
    endnotes: await partOf('endnotes'),
    comments: await partOf('comments'),
  };
  return {
    document,
    ...Object.fromEntries(Object.entries(optional).filter(([, part]) => part !== undefined)),
    pageEdges: await pageEdgesOf(members, related),
    links: new Map(
      [...related].filter(([, { type }]) => type === 'hyperlink').map(([id, { target }]) => [id, target]),
    ),
    hasMacros: members.has('word/vbaproject.bin'),
  };
}

/** The files of the package by their paths in small letters, as office programs look them up. */
async function membersOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Member>> {
  let members: readonly Member[];
  try {
    members = await readZip(bytes);
  } catch (cause) {
    throw new Refusal(BROKEN, { cause });
  }
  const unpacked = members.reduce((sum, { size }) => sum + size, 0);
  if (members.length > MOST_FILES || unpacked > MOST_UNPACKED || isBomb(unpacked, bytes.length)) {
    throw new Refusal(
      `文件解开以后有 ${Math.ceil(unpacked / 1024 / 1024)} MB、${members.length} 个，大得不正常，没有采用。图片多的，在 Word、WPS 里压缩图片，或者只留公告正文，再试。`,
    );
  }
  if (members.some(({ isEncrypted }) => isEncrypted)) throw new Refusal(LOCKED);
  return new Map(members.map((member) => [member.name.replace(/^\//u, '').toLowerCase(), member]));
}

export const LOCKED =
  '文件加了密码，读不出来。用 Word 或者 WPS 打开（要输密码），去掉密码：文件 → 信息（文档加密）→ 密码设为空，保存，再试。';

/** The document's own part: usually `word/document.xml`, by the package's table. */
async function mainPart(members: ReadonlyMap<string, Member>): Promise<string> {
  const related = await relationshipsOf(members, '');
  const main = [...related.values()].find(({ type, isOutside }) => type === 'officeDocument' && !isOutside);
  return main?.target ?? 'word/document.xml';
}

async function relationshipsOf(
  members: ReadonlyMap<string, Member>,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(part);
  const table = await read(members, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (!table) return new Map();
  return new Map(
    elementsNamed(table, 'Relationship').map((element) => {
      const target = attribute(element, 'Target') ?? '';
      const isOutside = attribute(element, 'TargetMode') === 'External';
      const type = (attribute(element, 'Type') ?? '').replace(/^.*\//u, '');
      const path = posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
      return [attribute(element, 'Id') ?? '', { type, isOutside, target: isOutside ? target : path }];
    }),
  );
}

async function pageEdgesOf(
  members: ReadonlyMap<string, Member>,
  related: ReadonlyMap<string, Relationship>,
): Promise<ReadonlyMap<string, Document>> {
  const found = new Map<string, Document>();
  for (const [id, { type, target, isOutside }] of related) {
    if (isOutside || (type !== 'header' && type !== 'footer')) continue;
    const part = await read(members, target);
    if (part) found.set(id, part);
  }
  return found;
}

async function read(members: ReadonlyMap<string, Member>, path: string): Promise<Document | undefined> {
  const member = members.get(path.toLowerCase());
  if (!member) return undefined;
  if (member.size > LARGEST_PART) {
    throw new Refusal(
      `文件里的文字有 ${Math.ceil(member.size / 1024 / 1024)} MB，不像一份公告，没有采用。把公告正文单独存成一个文件，其余作附件。`,
    );
  }
  return parseXml(textOf(await unpacked(member)));
}

async function unpacked(member: Member): Promise<Uint8Array> {
  try {
    return await member.read();
  } catch (cause) {
    throw new Refusal(BROKEN, { cause });
  }
}

/** XML is UTF-8 or says by its first bytes that it is UTF-16. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);
