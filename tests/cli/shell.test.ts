import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { parsePort } from '../../src/settings.ts';
import { contentFolder, run, temporaryFolder } from './command.ts';

/*
 * Clerks type into cmd.exe, the command line of Windows: what a message, a help or their handbook tells them to type
 * must not need a POSIX shell.
 */

/** What cmd does not understand, in words that a person is to type. */
const POSIX: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a setting before a command', /\b[A-Z][A-Z_]*=\S+ +(?:npm|npx|node|git)\b/u],
  ['single quotes around an argument', /(?:npm|npx|node|git)\b[^\n]* '[^'\n]+'|--[a-z-]+[ =]'/u],
  ['a second command behind &&, which PowerShell refuses', /\b(?:npm|git|node)\b[^\n]*&&/u],
  ['export', /\bexport [A-Z]/u],
];

const posixIn = (text: string): readonly string[] =>
  POSIX.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

test.each([
  'PORT=4322 npm run serve',
  "npm run correct -- x --change '投标截止=2026-04-10 09:30'",
  "--set '标段=[]'",
  'npm run fix -- x && git add content',
  'export PORT=4322',
])('%s is known as words for another system', (text) => expect(posixIn(text)).not.toEqual([]));

/** Every text of a file of the program, without its comments. */
function textsIn(file: string): string {
  const program = readFileSync(file, 'utf8');
  if (posixIn(program).length === 0) return '';
  const source = ts.createSourceFile(file, program, ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push(
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…'),
      );
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.join('\n');
}

test('no message and no help of the program needs a POSIX shell', () => {
  const files = globSync('src/{cli,core,importer,office,desk,build}/**/*.{ts,mjs}').map((path) =>
    path.replaceAll('\\', '/'),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => posixIn(textsIn(file)).map((what) => `${file}: ${what}`));
  expect(found, 'give the command a flag, and put double quotes around what has spaces').toEqual([]);
});

test('the documents of clerks need no POSIX shell', () => {
  const found = ['docs/handbook.md', ...globSync('docs/office/install*.md'), 'content/pages/*.md'].flatMap(
    (file) =>
      globSync(file).flatMap((path) => posixIn(readFileSync(path, 'utf8')).map((what) => `${path}: ${what}`)),
  );
  expect(found).toEqual([]);
});

test('single quotes, as cmd passes them on, are told in one sentence', async () => {
  // cmd cuts '投标截止=2026-04-10 09:30' at its space.
  const args = ['correct', 'gm-js-2026-001', '--change', "'投标截止=2026-04-10", "09:30'"];
  const { status, stdout, stderr } = await run(args, { CONTENT_DIR: contentFolder() });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^“'投标截止=2026-04-10”前面的单引号没有起作用.*双引号.*\n$/u);
});

test('a text that holds a single quote of its own is taken as it is', async () => {
  const { stderr } = await run(['new', '--set', "标题=关于 '清明' 的通知", '--set', "备注='"], {
    CONTENT_DIR: contentFolder(),
  });
  expect(stderr).not.toContain('单引号');
});

test('a port is an option of the servers, and the advice for a port that is taken uses it', async () => {
  const { stdout } = await run(['serve', '--help']);
  expect(stdout).toContain('--port');
  expect((await run(['start', '--help'])).stdout).toContain('--port');
  expect(parsePort('4322', '--port')).toBe(4322);
  expect(() => parsePort('x', '--port')).toThrow(/^--port 的值“x”不能使用/u);
});

test('a port that is taken is told with a command that cmd understands', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.html'), '首页');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = await run(['serve', '--port', String(port)], { OUT_DIR: folder });
  expect(status).toBe(2);
  expect(stderr).toContain(`例如 npm run serve -- --port ${port + 1}。`);
});
