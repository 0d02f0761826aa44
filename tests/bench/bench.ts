import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate, TODAY } from './generate.ts';
import { measureKiosk } from './kiosk.ts';
import { measure, type Use } from './measure.ts';
import { measureMirror } from './mirror.ts';
import { figures, targets, type Figures } from './report.ts';

/**
 * `npm run bench -- [--count N] [--seed TEXT]`: generates an archive in a temporary folder, measures each stage in a
 * child of its own beside the least that must be done, and prints what was measured against what was promised.
 * Exit code 1 when a promise is not kept; the promises are made for 10,000 and more. A lobby screen of the site is measured
 * last, in Chromium.
 */
async function main(): Promise<void> {
  const { count, seed } = readOptions();
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-bench-'));
  try {
    const project = copyProject(folder);
    const whole = await measureArchive(project, join(folder, 'whole'), count, seed);
    const quarter = await measurePages(project, join(folder, 'quarter'), Math.ceil(count / 4), seed);
    const measured: Figures = { count, ...whole, quarter: { count: Math.ceil(count / 4), pages: quarter } };
    const promises = targets(measured);
    console.log(`\n${count} announcements, seed ${seed}, Node ${process.version}, ${cpus().length} cores\n`);
    console.log(figures(measured));
    console.log(`\n${promises.table}`);
    process.exitCode = promises.kept && measureScreens(join(folder, 'whole')) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets another process measure a screen of the site, which prints by itself; whether it kept its promises. */
function measureScreens(folder: string): boolean {
  const env = {
    ...process.env,
    ...environment(join(folder, 'content')),
    OUT_DIR: join(folder, 'site'),
  };
  const { status } = spawnSync(process.execPath, [resolve(import.meta.dirname, 'screens.ts')], {
    env,
    stdio: 'inherit',
  });
  return status === 0;
}

function readOptions(): { count: number; seed: string } {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 8) throw new Error('--count takes a whole number, 8 or more');
  return { count, seed: values.seed };
}

/**
 * A project of its own over the same packages: Astro keeps caches in a project's folder, where another build at the
 * same time would meet this one, and an edit during the run would be measured with it.
 */
function copyProject(folder: string): string {
  const project = join(folder, 'project');
  mkdirSync(project);
  for (const name of ['src', 'docs', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  return project;
}

async function measureArchive(project: string, folder: string, count: number, seed: string) {
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  await step(`generate ${count} announcements`, () => generate(content, count, seed));
  const env = environment(content);
  const read = await step('floor: read and parse', () => run(project, env, 'read', content));
  const check = await step('check', () => measure({ args: ['src/cli/main.ts', 'check'], cwd: project, env }));
  const law = join(folder, 'law.json');
  await step('check, and the rules once more', () => run(project, env, 'rules', content, law));
  const { whole, rules } = JSON.parse(readFileSync(law, 'utf8')) as { whole: number; rules: number };
  const [one, staged] = await measureOne(project, folder, env);
  const pages = await step('build the pages', () => run(project, env, 'pages', site));
  const files = listFiles(site);
  const list = join(folder, 'files.json');
  writeFileSync(list, JSON.stringify(files));
  const write = await step(`floor: write ${files.length} files`, () =>
    run(project, env, 'write', list, join(folder, 'floor')),
  );
  const index = await step('index', () => run(project, env, 'index', site));
  const kiosk = await step('kiosk', () => measureKiosk(site));
  const mirror = await step('mirror', () => measureMirror(join(project, 'src/cli/main.ts'), site, folder));
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  return {
    read,
    check,
    ruled: whole / (whole - rules),
    one,
    staged,
    pages,
    write,
    index,
    kiosk,
    mirror,
    files: files.length,
    bytes,
  };
}

/** A check of one announcement, and of one that is staged, with what was compiled before at hand. */
async function measureOne(project: string, folder: string, env: Record<string, string>): Promise<[Use, Use]> {
  const file = globSync('content/announcements/*/*/*.md', { cwd: folder }).sort()[0]!;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  await step('commit the archive', () => {
    git('init', '-q');
    git('add', 'content');
    git('-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', 'commit', '-qm', 'archive');
    appendFileSync(join(folder, file), '\n此致。\n');
    git('add', 'content');
  });
  const main = join(project, 'src/cli/main.ts');
  const id = basename(file, '.md');
  const one = () => measure({ args: [main, 'check', id], cwd: folder, env });
  await one();
  return [
    await step('check one', one),
    await step('check one that is staged', () =>
      measure({ args: [main, 'check', '--staged'], cwd: folder, env }),
    ),
  ];
}

async function measurePages(project: string, folder: string, count: number, seed: string): Promise<Use> {
  const content = join(folder, 'content');
  await step(`generate ${count} announcements`, () => generate(content, count, seed));
  return step('build their pages', () => run(project, environment(content), 'pages', join(folder, 'site')));
}

const environment = (contentDir: string): Record<string, string> => ({
  CONTENT_DIR: contentDir,
  TODAY,
  SITE_URL: '',
  BASE_PATH: '',
  OUT_DIR: '',
  ASTRO_TELEMETRY_DISABLED: '1',
});

const stage = resolve(import.meta.dirname, 'stage.ts');

const run = (cwd: string, env: Record<string, string>, ...args: string[]): Promise<Use> =>
  measure({ args: [stage, ...args], cwd, env });

function listFiles(folder: string): [path: string, size: number][] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), statSync(path).size]);
}

/** Says what is being done, and how long it took. */
async function step<T>(words: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  process.stderr.write(`› ${words} …`);
  const result = await work();
  process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}

await main();
