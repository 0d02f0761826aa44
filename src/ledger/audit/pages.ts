import { z } from 'zod';
import type { Book } from '../../core/ledger/book.ts';
import { versionsIn, type Leaf } from '../../core/ledger/leaf.ts';
import { normalBody, type AttachedFile } from '../../core/ledger/record.ts';
import { parseVersion, recordName, type VersionRecord } from '../../core/ledger/version-record.ts';
import { sha256 } from '../hashes.ts';
import { manyOf } from './leaves.ts';
import { all, note, type Answer } from './report.ts';
import type { Source } from './source.ts';

/** What is asked of the data of an announcement. */
const documentSchema = z.object({
  published: z.object({ title: z.string().optional(), errata: z.array(z.unknown()).optional() }),
  body: z.object({ text: z.string() }),
  attachments: z.array(z.object({ url: z.string() })).optional(),
});

type Document = z.infer<typeof documentSchema>;

/** Every announcement that is registered is there, in the version that was registered last, and says the same. */
export async function checkPages(source: Source, book: Book): Promise<readonly Answer[]> {
  const ids = [...book.ids];
  const faults = await manyOf(source, ids, (id) => pageFault(source, book, id));
  const others = (source.ids() ?? []).filter((id) => !book.ids.has(id));
  return [
    ...all(faults, `网页：${ids.length} 份公告和登记的一样`),
    ...(others.length === 0 ? [] : [note(`还有 ${others.length} 份公告没有登记：${some(others)}`)]),
  ];
}

const some = (ids: readonly string[]): string => `${ids.slice(0, 3).join('、')}${ids.length > 3 ? '等' : ''}`;

async function pageFault(source: Source, book: Book, id: string): Promise<string | undefined> {
  const text = await textAt(source, `announcements/${id}.json`);
  if (text === undefined) return `登记过的公告不见了：${id}`;
  const leaves = book.of(id).map((index) => book.leaves[index]!);
  const document = documentIn(text);
  if (!document) return `公告的数据读不懂：${id}`;
  const last = leaves.at(-1)!;
  const record = await recordOf(source, last);
  // Of one that was taken down for what nobody should read the page has nothing to compare.
  if (last.event === 'redact' && record?.fields['publishedAt'] === undefined) return undefined;
  const [version, registered] = [(document.published.errata?.length ?? 0) + 1, versionsIn(leaves)];
  if (version !== registered) return `${id} 现在是第 ${version} 版，登记的是第 ${registered} 版`;
  // That a record is gone or another is told with the records.
  return last.event === 'withdraw' || !record ? undefined : saysOther(source, document, record);
}

async function recordOf(source: Source, leaf: Leaf): Promise<VersionRecord | undefined> {
  const text = await textAt(source, `ledger/records/${recordName(leaf)}`);
  return text === undefined ? undefined : parseVersion(text);
}

async function saysOther(
  source: Source,
  document: Document,
  record: VersionRecord,
): Promise<string | undefined> {
  const { id } = record;
  const { title } = document.published;
  if (title?.normalize('NFC') !== record.fields['title']) return `${id} 的标题和登记的不一样`;
  if (normalBody(document.body.text) !== record.body) return `${id} 的正文和登记的不一样`;
  return exchanged(source, document, record);
}

async function exchanged(
  source: Source,
  { attachments = [] }: Document,
  { id, attachments: kept }: VersionRecord,
): Promise<string | undefined> {
  for (const [index, one] of kept.entries()) {
    const name = attachments[index]?.url.split('/').at(-1);
    const bytes = name === undefined ? undefined : await source.read(`announcements/${id}/${name}`);
    if (!bytes) return `${id} 的附件“${one.name}”不见了`;
    if (!isSame(one, bytes)) return `${id} 的附件“${one.name}”被换了`;
  }
  return undefined;
}

const isSame = ({ sha256: kept }: AttachedFile, bytes: Uint8Array): boolean => sha256(bytes) === kept;

async function textAt(source: Source, path: string): Promise<string | undefined> {
  const bytes = await source.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

function documentIn(text: string): Document | undefined {
  try {
    return documentSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
