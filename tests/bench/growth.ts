import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { callFor } from './archive/call.ts';
import { regions } from './archive/draft.ts';
import type { Figures } from './figures.ts';
import { TODAY } from './generate.ts';
import { measure } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

/**
 * Most files that one more announcement may change outside search, however large the archive. The page of a kiosk is
 * search too: it holds the addresses of the catalogues as the search page does.
 */
const MOST = 60;

/** Parts of the whole archive: two sizes show whether a number grows. */
const PARTS = [1 / 20, 1 / 2];

/** Builds archives of two sizes, adds one call for bids to each, builds again and tells how many files changed. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const found: ReadonlySet<string>[] = [];
  for (const part of PARTS) {
    const count = Math.max(FEWEST, Math.round(shop.count * part)).toLocaleString('en-US');
    const changed = await figures.stage(`add one announcement to ${count}`, () => changedBy(shop, part));
    if (!changed) return;
    found.push(changed);
    figures.goal(`files that one announcement more changes, of ${count}`, changed.size, MOST, 'files');
  }
  const all = [...new Set(found.flatMap((changed) => [...changed]))].sort();
  const only = all.filter((file) => !found.every((changed) => changed.has(file)));
  figures.goal('files that change at one size alone', only.length, 0, 'files');
  for (const file of all) process.stderr.write(`  ${only.includes(file) ? 'one size alone: ' : ''}${file}\n`);
}

const FEWEST = 8;

/** The files outside search that differ, by their lasting names: a digest in a name changes with the file. */
async function changedBy(shop: Workshop, part: number): Promise<ReadonlySet<string>> {
  const count = Math.max(FEWEST, Math.round(shop.count * part));
  const content = shop.archive(`growth-${count}`, count);
  const built = (name: string) => build(shop, content, join(dirname(content), name));
  const before = await built('before');
  writeFileSync(join(content, `announcements/construction/${TODAY.slice(0, 4)}/${ID}.md`), CALL);
  const after = await built('after');
  return new Set(
    [...new Set([...before.keys(), ...after.keys()])]
      .filter((file) => !/^(?:search|kiosk)\//u.test(file) && before.get(file) !== after.get(file))
      .map((file) => file.replace(/\.[0-9a-f]{8,64}(?=\.\w+$)/u, '')),
  );
}

/** The digest of each file of a built site. */
async function build(shop: Workshop, content: string, out: string): Promise<ReadonlyMap<string, string>> {
  await measure({ args: [shop.main, 'build'], cwd: shop.project, env: environment(content, out) });
  const files = globSync('**/*', { cwd: out }).filter((file) => statSync(join(out, file)).isFile());
  return new Map(
    files.map((file) => [
      file.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex'),
    ]),
  );
}

const ID = 'gm-js-2026-9999-tender';

const CALL = callFor({ code: 'GM-JS-2026-9999', title: '示例道路改造工程', region: regions[0]! });
