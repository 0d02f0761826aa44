import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../../src/core/import/tree.ts';
import { noticeOf } from '../../../src/importer/documents/notice.ts';
import { readDocument } from '../../../src/importer/documents/read.ts';
import { Refusal } from '../../../src/importer/documents/refusal.ts';
import { runsOf } from '../../repeatable.ts';
import { bytesOf, samples } from './documents.ts';

const small = samples.filter(({ name }) => name !== '压缩炸弹');
const index = fc.nat({ max: small.length - 1 });

/** Reads a file that may be anything: a draft, or one sentence. */
async function read(bytes: Uint8Array): Promise<void> {
  try {
    const document = await readDocument(bytes, 'a.docx', undefined);
    const { markdown } = noticeOf(document);
    expect(markdown).not.toMatch(/<script|javascript:/iu);
    expect(textOf(document.tree)).toBeTypeOf('string');
  } catch (reason) {
    expect(reason).toBeInstanceOf(Refusal);
  }
}

test('a Word file with bytes that were changed or cut off becomes a draft or one sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      index,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 255 }),
      fc.boolean(),
      async (at, place, byte, cut) => {
        const bytes = bytesOf(small[at]!).slice();
        const where = Math.floor(place * (bytes.length - 1));
        bytes[where] = byte;
        await read(cut ? bytes.slice(0, where) : bytes);
      },
    ),
    { numRuns: runsOf(60) },
  );
});

test('a Word file whose elements were moved, doubled, renamed or left out becomes a draft or one sentence', async () => {
  const names = [
    'w:p',
    'w:r',
    'w:t',
    'w:tc',
    'w:tr',
    'w:tbl',
    'w:sdt',
    'w:pPr',
    'w:fldChar',
    'w:txbxContent',
    'script',
  ];
  await fc.assert(
    fc.asyncProperty(
      index,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('double', 'drop', 'rename', 'swap'),
      fc.constantFrom(...names),
      async (at, one, other, way, name) => {
        const parts = unzipSync(bytesOf(small[at]!));
        const tags = strFromU8(parts['word/document.xml']!).split(/(?=<)/u);
        const [a, b] = [one % tags.length, other % tags.length];
        const [first, second] = [tags[a]!, tags[b]!];
        if (way === 'double') tags[a] = first + first;
        else if (way === 'drop') tags[a] = '';
        else if (way === 'rename') tags[a] = first.replace(/^(<\/?)[\w:]+/u, `$1${name}`);
        else [tags[a], tags[b]] = [second, first];
        await read(zipSync({ ...parts, 'word/document.xml': strToU8(tags.join('')) }));
      },
    ),
    { numRuns: runsOf(120) },
  );
});
