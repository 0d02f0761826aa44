import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fieldDocuments, type FieldDocument } from '../core/handbook/documents.ts';
import { renewParts } from '../core/handbook/inserted.ts';
import { mappingTables } from '../core/platform/guide.ts';
import { SettingsError } from '../settings.ts';
import { mappingIn } from './export/platform.ts';
import { readOptionsAlone } from './options.ts';

/** Written by hand but for the tables of codes and limits. */
const HANDBOOK = 'docs/handbook.md';

/** Written by hand but for the tables of the mapping. */
const PLATFORM = 'docs/platform.md';

const usage = `用法：npm run docs:fields -- [--check]

  由栏目定义重新生成栏目手册、编辑器用的 schema、模板和操作手册里的表格。
  --check  什么也不写，只说哪些与栏目定义不一致`;

/**
 * `npm run docs:fields`: writes the field handbook, the schemas for editors, the templates and the tables of the
 * clerk's handbook again. With `--check` it writes nothing and returns 1 when one of them is not what the fields say.
 */
export async function run(args: readonly string[]): Promise<number> {
  const given = readOptionsAlone(args, usage, { check: { type: 'boolean', default: false } });
  if (given.help) {
    console.log(usage);
    return 0;
  }
  const stale = [...fieldDocuments(), ...clerksHandbook(), ...platformGuide()].filter(isStale);
  if (given.check) {
    for (const { path } of stale) console.error(`${path} 与栏目定义不一致，请运行 npm run docs:fields`);
    return stale.length === 0 ? 0 : 1;
  }
  const foreign = stale.find((document) => !isOurs(document));
  if (foreign !== undefined)
    throw new SettingsError(
      `${foreign.path} 不是由栏目定义生成的，什么也没有改动。请先把它移走，或者到张榜的文件夹里运行。`,
    );
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`已更新 ${path}`);
  }
  if (stale.length === 0) console.log('栏目手册没有变化。');
  return 0;
}

function clerksHandbook(): readonly FieldDocument[] {
  if (!existsSync(HANDBOOK)) return [];
  return [{ path: HANDBOOK, text: renewParts(readFileSync(HANDBOOK, 'utf8')) }];
}

/** The tables of the guide between its markers. */
function platformGuide(): readonly FieldDocument[] {
  if (!existsSync(PLATFORM)) return [];
  const tables = mappingTables(mappingIn(undefined));
  const text = readFileSync(PLATFORM, 'utf8').replace(
    /(<!-- 生成：对应表 -->\n)[^]*?(<!-- 生成结束 -->)/u,
    (_, start: string, end: string) => `${start}\n${tables}\n\n${end}`,
  );
  return [{ path: PLATFORM, text }];
}

/** Whether a file was made here: a document begins with the heading it always had, data have the keys of the new. */
function isOurs({ path, text }: FieldDocument): boolean {
  if (!existsSync(path)) return true;
  const found = readFileSync(path, 'utf8');
  if (path.endsWith('.md')) return found.split('\n')[0] === text.split('\n')[0];
  try {
    const [before, after] = [found, text].map((json) => Object.keys(JSON.parse(json) as object));
    return before!.some((key) => after!.includes(key));
  } catch {
    return false;
  }
}

function isStale({ path, text }: FieldDocument): boolean {
  try {
    return readFileSync(path, 'utf8') !== text;
  } catch {
    return true;
  }
}
