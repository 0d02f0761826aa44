import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeShard, type ShardFiles } from '../../../src/build/search-index/shard-files.ts';
import type { SearchRecord } from '../../../src/site/search.ts';
import type { IndexShard } from '../../../src/site/search-shards.ts';
import { sampleEdition } from '../../site/edition.ts';
import { searchRecords } from '../../site/search-data.ts';

const shard = (records: readonly SearchRecord[]): IndexShard => ({
  name: 'hot',
  folder: 'hot.tag',
  language: 'zz-x-hot',
  tag: 'tag',
  newest: '2026',
  count: records.length,
  records: () => records,
});

const digestsOf = ({ files }: ShardFiles): readonly string[] =>
  files.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`);

describe('the index of a shard', () => {
  const records = searchRecords(sampleEdition());

  test('is the same bytes whenever it is made, in this process and in another', async () => {
    const here = digestsOf(await makeShard(shard(records), () => {}));
    expect(here.length).toBeGreaterThan(10);
    expect(digestsOf(await makeShard(shard(records), () => {}))).toEqual(here);
    expect(madeElsewhere(records)).toEqual(here);
  });

  test('holds every announcement that it is of', async () => {
    const { ids } = await makeShard(shard(records), () => {});
    expect(ids.toSorted()).toEqual(records.map(({ id }) => id).toSorted());
  });

  test('tells how far it is where it takes long', async () => {
    const many = Array.from({ length: 2001 }, (_, number) => ({
      id: `${number}`,
      year: '2026',
      sections: [`第${number}号`],
    }));
    const told: string[] = [];
    await makeShard(shard(many), (words) => void told.push(words));
    expect(told).toEqual(['检索 hot：1000 / 2001', '检索 hot：2000 / 2001']);
  });
});

/** What a process of Node of its own makes of the records. */
function madeElsewhere(records: readonly SearchRecord[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shard-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const given = join(folder, 'records.json');
  const program = join(folder, 'make.ts');
  writeFileSync(given, JSON.stringify(records));
  const source = pathToFileURL(join(process.cwd(), 'src/build/search-index/shard-files.ts'));
  writeFileSync(
    program,
    `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { makeShard } from '${source.href}';
const records = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { files } = await makeShard({ name: 'hot', folder: 'hot.tag', language: 'zz-x-hot', records: () => records }, () => {});
const digestOf = (content) => createHash('sha256').update(content).digest('hex');
console.log(JSON.stringify(files.map(({ path, content }) => path + ' ' + digestOf(content))));
`,
  );
  return JSON.parse(execFileSync(process.execPath, [program, given], { encoding: 'utf8' })) as string[];
}
