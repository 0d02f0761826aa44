import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import { check } from '../../src/core/check.ts';
import { checkRules } from '../../src/core/rules/judge.ts';
import type { SearchRecord } from '../../src/site/search.ts';

/*
 * What the bench runs in a child of its own: `node stage.ts <name> …`. The floors are the least that any program must
 * do for the same result.
 */
const [name = '', ...args] = process.argv.slice(2);

/** In which a process that was told to end has ended. */
const ENDED_MS = 300;

const stages: Readonly<Record<string, (...args: string[]) => Promise<void> | void>> = {
  /** Reads every announcement and parses its front matter, as `check` does before it thinks. */
  read(contentDir) {
    for (const file of globSync(join(contentDir!, 'announcements/**/*.md'))) {
      const text = readFileSync(file, 'utf8');
      parseDocument(text.slice(4, text.indexOf('\n---\n')), { schema: 'failsafe' });
    }
  },

  /** Checks everything, holds it against the statutory rules once more, and writes the CPU seconds of both. */
  rules(contentDir, result) {
    const started = process.cpuUsage();
    const { corpus, links } = check(contentDir!);
    const whole = process.cpuUsage(started);
    const { entries, calendar, site } = corpus;
    const before = process.cpuUsage();
    checkRules({ entries, effective: links.effective, calendar, local: site?.localPeriods ?? [] });
    const rules = process.cpuUsage(before);
    const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
    writeFileSync(result!, JSON.stringify({ whole: seconds(whole), rules: seconds(rules) }));
  },

  /** Writes as many files of the same sizes in as many folders as the site has; `list` names them. */
  write(list, target) {
    const files = JSON.parse(readFileSync(list!, 'utf8')) as [path: string, size: number][];
    const bytes = Buffer.alloc(Math.max(...files.map(([, size]) => size)), 'x');
    const made = new Set<string>();
    for (const [path, size] of files) {
      const file = join(target!, path);
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, bytes.subarray(0, size));
    }
  },

  /** Builds the pages of the project in the present folder, without the search index; the program is bundled anew. */
  async pages(outDir) {
    rmSync(join(process.cwd(), '.cache/bundles'), { recursive: true, force: true });
    const { pageBundle } = await import('../../src/cli/build/bundle.ts');
    const { makeUnits, serveBundle, unitsOf } = await import('../../src/build/site.ts');
    const { loadContent } = await import('../../src/site/content.ts');
    const content = loadContent();
    const bundle = await pageBundle(content.edition);
    serveBundle(bundle, outDir!);
    await makeUnits(outDir!, content, bundle, [...unitsOf(content.edition)], () => undefined);
  },

  /** Writes the catalogues that the search page fetches, as one list. */
  async catalogues(file) {
    const { catalogues } = await import('../site/search-data.ts');
    const { loadContent } = await import('../../src/site/content.ts');
    writeFileSync(file!, JSON.stringify(catalogues(loadContent().edition).map(({ catalogue }) => catalogue)));
  },

  /** Writes what the search index reads, as one list. */
  async records(file) {
    const { searchRecords } = await import('../site/search-data.ts');
    const { loadContent } = await import('../../src/site/content.ts');
    writeFileSync(file!, JSON.stringify(searchRecords(loadContent().edition)));
  },

  /** Has one index of the last `count` of those records, made now or kept in the folder `store`. */
  async shard(file, count, store) {
    const { makeIndexes } = await import('../../src/build/search-index.ts');
    const { ShardStore } = await import('../../src/build/search-index/shard-store.ts');
    const { recordDigest, shardOf } = await import('../../src/site/search-shards.ts');
    const records = (JSON.parse(readFileSync(file!, 'utf8')) as SearchRecord[]).slice(-Number(count));
    const marks = records.map((record) => ({ ...record, digest: recordDigest(record) }));
    await makeIndexes({
      shards: [shardOf('bench', marks, () => records)!],
      expected: records.length,
      store: new ShardStore(store!),
      tell: console.log,
    });
    // Pagefind's process has been told to end; what it used is counted once it has.
    await pause(ENDED_MS);
  },

  /** Writes the files of a site that its search reads, without the pages. */
  async searchFiles(outDir) {
    const { searchFiles } = await import('../site/search-files.ts');
    const { loadContent } = await import('../../src/site/content.ts');
    for (const [path, text] of searchFiles(loadContent().edition)) {
      mkdirSync(dirname(join(outDir!, path)), { recursive: true });
      writeFileSync(join(outDir!, path), text);
    }
  },

  /** Brings the index file of the search server to the state of a site. */
  async searchIndex(site, file) {
    const { filesIn, publishedSite } = await import('../../src/search-server/published-site.ts');
    const { updateIndex } = await import('../../src/search-server/update.ts');
    updateIndex(file!, publishedSite(filesIn(site!)));
  },

  /** Answers each of some addresses fifteen times from an index file, and writes the middle, in milliseconds of the processor. */
  async searchAnswers(file, addresses, result) {
    const { API } = await import('../../src/core/search/api.ts');
    const { openIndex } = await import('../../src/search-server/search-index.ts');
    const { replyTo } = await import('../../src/search-server/reply.ts');
    const index = openIndex(file!);
    const now = Date.parse(process.env['TODAY']!);
    const answered = Object.entries(JSON.parse(addresses!) as Record<string, string>).map(
      ([name, search]) => {
        const runs = Array.from({ length: 15 }, () => {
          const started = process.cpuUsage();
          const { body } = replyTo('GET', index.manifest.base + API + search, index, now);
          JSON.stringify(body);
          const { user, system } = process.cpuUsage(started);
          return { ms: (user + system) / 1000, total: 'total' in body ? body.total : 0 };
        });
        return [name, runs.toSorted((a, b) => a.ms - b.ms)[7]] as const;
      },
    );
    index.close();
    writeFileSync(result!, JSON.stringify(Object.fromEntries(answered)));
  },

  /** Makes the search index of a site whose pages are there, as of content that was never built before. */
  async index(outDir) {
    rmSync(join(process.cwd(), '.cache/search-index'), { recursive: true, force: true });
    const { beginIndexes, placeIndexes } = await import('../../src/build/indexes.ts');
    const { loadContent } = await import('../../src/site/content.ts');
    const { indexShards } = await import('../../src/site/search-shards.ts');
    await placeIndexes(outDir!, beginIndexes(indexShards(loadContent().edition)));
  },
};

/** Where to write the CPU seconds of this process alone, without those of the programs that it starts. */
const ownUse = process.env['OWN_USE'];
if (ownUse)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(ownUse, JSON.stringify((user + system) / 1e6));
  });

const stage = stages[name];
if (!stage) throw new Error(`no stage ${name}; there are ${Object.keys(stages).join(', ')}`);
await stage(...args);
