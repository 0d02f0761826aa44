import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { text } from 'node:stream/consumers';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { run, type Ran } from './cli/command.ts';

/*
 * A program that a document names is one that somebody will try: it says what it does, and what it does not understand.
 * Those are found in the documents. Not ours are the tools behind `npm run types`, `lint` and `format`.
 */

const documents = globSync(['README*.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md']).map((path) =>
  path.replaceAll('\\', '/'),
);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** By how it is started, `node tests/bench/bench.ts`, the documents that name it. */
const named = Map.groupBy(
  documents.flatMap((document) => programsIn(document).map((program) => ({ program, document }))),
  ({ program }) => program,
);

test('the documents name the programs that we know of, and more', () => {
  expect([...named.keys()]).toEqual(
    expect.arrayContaining([
      'node src/cli/setup.mjs check',
      'node src/cli/setup.mjs start',
      'node tests/bench/generate.ts',
      'node tests/bench/bench.ts',
      'node tests/audit/audit.mjs',
      'node tests/handbook/pictures.ts',
      'sh docs/deploy/kiosk/watchdog.sh',
    ]),
  );
});

/** The door of every command only installs what is missing; behind it is the command. */
const DOOR = /^node src\/cli\/setup\.mjs (?=\w)/u;

const [commands = [], programs = []] = [true, false].map((isCommand) =>
  [...named.keys()].filter((program) => DOOR.test(program) === isCommand),
);

test.each(commands)('%s answers --help, and an unknown option in one line', (command) =>
  expectHelp((option) => run([...command.replace(DOOR, '').split(' '), option], ENVIRONMENT)),
);

test.concurrent.each(programs)('%s answers --help, and an unknown option in one line', (program) =>
  expectHelp((option) => start(program, option)),
);

async function expectHelp(ask: (option: string) => Promise<Ran>): Promise<void> {
  const help = await ask('--help');
  expect(help, 'status and errors of --help').toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toMatch(/^(?:usage:|用法：)/u);

  const refused = await ask('--no-such-option');
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('--no-such-option')]);
}

/** Every program that a document tells one to run, or names by its file. */
function programsIn(document: string): readonly string[] {
  const written = readFileSync(document, 'utf8');
  const byNpm = [...written.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/gu)].flatMap(
    ([, script, verb]) => {
      const command = scripts[script ?? verb!];
      return command?.startsWith('node ') ? [command] : [];
    },
  );
  const files = [...written.matchAll(/[\w@.-]+(?:\/[\w@.-]+)*\.(?:ts|mjs|js|sh)\b/gu)]
    .flatMap(([path]) => [path, posix.join(dirname(document), path)])
    .filter((path) => existsSync(path) && isProgram(path))
    .map((path) => `${path.endsWith('.sh') ? 'sh' : 'node'} ${path}`);
  return [...new Set([...byNpm, ...files])];
}

/** Whether a file does something when it is started, beyond saying what it exports. Tests and pages have their own way. */
function isProgram(path: string): boolean {
  if (path.endsWith('.sh')) return true;
  if (/\.(?:test|spec|config)\.\w+$|^src\/client\//u.test(path)) return false;
  const { statements } = ts.createSourceFile(
    `${path}.ts`,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return statements.some(
    (one) => ts.isExpressionStatement(one) || ts.isIfStatement(one) || ts.isTryStatement(one),
  );
}

const ENVIRONMENT = { OUT_DIR: 'dist.none', TODAY: '' };

async function start(program: string, option: string): Promise<Ran> {
  const [name, ...args] = program.split(' ');
  const child = spawn(name === 'sh' ? 'sh' : process.execPath, [...args, option], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...ENVIRONMENT },
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status: status as number | null, stdout, stderr };
}
