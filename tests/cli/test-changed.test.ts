import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { changedFiles, reachedSteps, testsNaming } from '../../src/cli/test-changed.ts';
import { steps } from '../../src/cli/test-steps.ts';
import { temporaryFolder } from './command.ts';

/** A project in small: a rule with its test, a command and one that runs it, a page with its script, a document. */
const FILES = {
  'src/core/rule.ts': 'export const days = 20;\n',
  'src/cli/main.ts': '',
  'src/client/search.ts': '',
  'docs/manual.md': '# Manual\n',
  'content/site.yaml': '',
  'tests/core/rule.test.ts': "import { days } from '../../src/core/rule.ts';\n",
  'tests/cli/command.ts': "export const main = join(root, 'src/cli/main.ts');\n",
  'tests/docs.test.ts': "const documents = globSync(['docs/**/*.md']);\nconst also = 'README.md';\n",
  'tests/sample.test.ts': "check('../content');\n",
  'tests/e2e/search.spec.ts': '',
  'tests/e2e/site.ts': '',
};

function project() {
  const root = temporaryFolder();
  const git = (...args: string[]) =>
    expect(spawnSync('git', args, { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0 });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = () => {
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.invalid', 'commit', '-q', '-m', 'some');
  };
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  git('init', '-q', '-b', 'main');
  commit();
  return { root, git, write, commit };
}

/** The commands of each step that is reached. */
const reached = (root: string, ...changed: readonly string[]) =>
  Object.fromEntries(
    reachedSteps(steps, changed, root).map(({ name, commands }) => [
      name,
      commands.map((one) => one.join(' ')),
    ]),
  );

test('what differs from the main branch is what was committed since, changed, added and deleted', () => {
  const { root, git, write, commit } = project();
  expect(changedFiles(root)).toEqual([]);
  git('switch', '-q', '-c', 'draft');
  write('src/core/rule.ts', 'export const days = 15;\n');
  commit();
  write('docs/manual.md', '# 说明\n');
  write('tests/新.test.ts', '');
  rmSync(join(root, 'content/site.yaml'));
  expect(changedFiles(root)).toEqual([
    'content/site.yaml',
    'docs/manual.md',
    'src/core/rule.ts',
    'tests/新.test.ts',
  ]);
});

test('on the main branch it is what has not been committed', () => {
  const { root, write, commit } = project();
  write('docs/manual.md', '# 说明\n');
  expect(changedFiles(root)).toEqual(['docs/manual.md']);
  commit();
  expect(changedFiles(root)).toEqual([]);
});

test('nothing is run where nothing has changed', () => {
  expect(reached(project().root)).toEqual({});
});

test('a rule reaches types, its own lint, the tests that import it and those that run a command', () => {
  const { lint, types, unit, ...rest } = reached(project().root, 'src/core/rule.ts');
  expect(rest).toEqual({});
  expect(lint).toEqual([
    expect.stringMatching(/^eslint .* src\/core\/rule\.ts$/u),
    expect.stringMatching(/^prettier /u),
  ]);
  expect(types).toEqual(['astro check']);
  expect(unit).toEqual([
    expect.stringMatching(/^vitest related .* src\/core\/rule\.ts tests\/cli\/command\.ts$/u),
  ]);
});

test('a document reaches the tests that read it, by its name or its folder, and no types', () => {
  const { root } = project();
  expect(testsNaming(['docs/manual.md'], root)).toEqual(['tests/docs.test.ts']);
  expect(testsNaming(['README.md'], root)).toEqual(['tests/docs.test.ts']);
  expect(testsNaming(['content/site.yaml'], root)).toEqual(['tests/sample.test.ts']);
  expect(Object.keys(reached(root, 'docs/manual.md'))).toEqual(['lint', 'unit']);
});

test('what a browser runs reaches the finished site and all browser tests', () => {
  const { root } = project();
  const steps = reached(root, 'src/client/search.ts');
  expect(Object.keys(steps)).toEqual(['types', 'build', 'output', 'lint', 'unit', 'browser']);
  expect(steps['browser']).toEqual([expect.not.stringContaining('spec')]);
});

test('a browser test that has changed is run alone, after a build; what they share runs them all', () => {
  const { root } = project();
  const own = reached(root, 'tests/e2e/search.spec.ts');
  expect(Object.keys(own)).toEqual(['types', 'build', 'lint', 'unit', 'browser']);
  expect(own['browser']).toEqual([expect.stringMatching(/ search\.spec\.ts$/u)]);
  const shared = reached(root, 'tests/e2e/search.spec.ts', 'tests/e2e/site.ts');
  expect(shared['browser']).toEqual([expect.not.stringContaining('spec')]);
});

test('a file that is gone is linted no more, and what named it is run', () => {
  const { root } = project();
  rmSync(join(root, 'docs/manual.md'));
  expect(reached(root, 'docs/manual.md')).toEqual({
    unit: [expect.stringMatching(/ tests\/docs\.test\.ts$/u)],
  });
});

test('what decides how everything is run leaves nothing out', () => {
  expect(reachedSteps(steps, ['package.json'], project().root)).toBe(steps);
});
