import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { check } from '../src/core/check.ts';

/*
 * What the documentation names exists, and what it tells one to type runs. `npm run check` is cheap and is run here
 * as written. The others are only looked up: CI proves `npm test` by being it, and with it the build and the server
 * of `npm start`; the rest takes minutes or changes files.
 */

const documents = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('docs/**/*.md').map((path) => path.replaceAll('\\', '/')),
];

/** Made by a command, so not in a fresh clone. */
const generated =
  /^(dist|content\/ledger|node_modules|\.cache|test-results|manifest|part\.json|status\.json|mirror-status|head|health|live|import|private|releases|mapping|state|\.(zhangbang\.json|zhangbang-program\.json|staging|parts|spare|old|carried|digests))\b/;

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

interface Documented {
  readonly spans: readonly string[];
  readonly commands: readonly string[];
  readonly announcements: readonly string[];
  readonly links: readonly string[];
  readonly anchors: readonly string[];
}

const known = new Map<string, Documented>();

describe.each(documents)('%s', (file) => {
  const { spans, commands, announcements, links } = readDocument(file);

  test('names only files and folders that exist', () => {
    const paths = spans.filter(isPath).map(beforePlaceholder);
    expect(paths.filter((path) => !generated.test(path) && !existsSync(path))).toEqual([]);
  });

  test('names only commands that exist', () => {
    const named = [...commands, ...spans.filter((span) => /^npm /.test(span))];
    expect(named.filter((command) => !isKnownCommand(command))).toEqual([]);
  });

  const cheap = [...new Set(commands)].filter((command) => /^npm run check\b/.test(withoutSettings(command)));
  if (cheap.length > 0)
    // A busy machine may take a minute.
    test('shows commands that run as they are written', () => {
      const failed = cheap.filter((command) => spawnSync(command, { shell: true }).status !== 0);
      expect(failed).toEqual([]);
    }, 60_000);

  if (announcements.length > 0)
    test('shows announcements that pass the check', () => {
      const folder = mkdtempSync(join(tmpdir(), 'zhangbang-docs-'));
      for (const name of ['site.yaml', 'calendar'])
        cpSync(join('content', name), join(folder, name), { recursive: true });
      mkdirSync(join(folder, 'announcements/general/2026'), { recursive: true });
      announcements.forEach((text, index) => {
        writeFileSync(join(folder, `announcements/general/2026/example-${index}.md`), text);
      });
      const { findings, corpus } = check(folder);
      rmSync(folder, { recursive: true });
      expect({ findings, read: corpus.entries.length }).toEqual({ findings: [], read: announcements.length });
    });

  test('has no link within the project that leads nowhere', () => {
    expect(links.filter((link) => !leadsSomewhere(file, link))).toEqual([]);
  });
});

test('the two commands of a newcomer are defined and enter by the door that sets up', () => {
  expect(scripts).toMatchObject({
    start: 'node src/cli/setup.mjs start',
    test: 'node src/cli/setup.mjs test',
  });
});

test('every file that a script of package.json names exists', () => {
  const files = Object.values(scripts).flatMap(
    (script) => script.match(/\b[\w/.-]+\.(?:mjs|ts|js)\b/g) ?? [],
  );
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

/** What a document holds; each is read once, however many links lead to it. */
function readDocument(file: string): Documented {
  const found = known.get(file) ?? documentIn(file);
  known.set(file, found);
  return found;
}

function documentIn(file: string): Documented {
  const tokens = new MarkdownIt().parse(readFileSync(file, 'utf8'), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const fences = (language: string) =>
    tokens
      .filter(({ type, info }) => type === 'fence' && info.trim() === language)
      .map(({ content }) => content);
  return {
    announcements: fences('markdown'),
    spans: inline.filter(({ type }) => type === 'code_inline').map(({ content }) => content),
    commands: fences('sh')
      .flatMap((content) => content.split('\n'))
      .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
      .filter(Boolean),
    links: inline.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []),
    anchors: tokens
      .filter((_, index) => tokens[index - 1]?.type === 'heading_open')
      .map(({ content }) => anchorOf(content)),
  };
}

/** `src/core/`, `content/site.yaml`, `README.md`; not `/feeds/`, an address of the site, nor `index.md`, any of many. */
function isPath(span: string): boolean {
  return /^\.?[\w@-][\w.@<>*-]*\/[\w./<>*-]*$|^[A-Z][\w.-]*\.md$|^[\w.-]+\.(json|mjs|ts|js|yaml|astro)$/.test(
    span,
  );
}

/** Of `content/announcements/<category>/` the part that can be looked up. */
function beforePlaceholder(path: string): string {
  return path.replace(/[^/]*[<*].*$/, '');
}

function withoutSettings(command: string): string {
  return command.replace(/^([A-Z_]+=\S+\s+)+/, '');
}

function isKnownCommand(command: string): boolean {
  const [program, verb = '', name = ''] = withoutSettings(command).split(/\s+/);
  if (program === 'git' || program === 'cd') return true;
  if (program === 'sh' && verb === 'zhangbang.sh') return name in scripts;
  if (program !== 'npm') return false;
  return verb === 'run'
    ? name in scripts
    : verb === 'install' || (['start', 'test'].includes(verb) && verb in scripts);
}

function leadsSomewhere(file: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path ? join(dirname(file), path) : file;
  if (!existsSync(target)) return false;
  return anchor === undefined || readDocument(target).anchors.includes(anchor);
}

/** As GitHub makes it from a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
