import { existsSync, globSync, readFileSync } from 'node:fs';
import { askGit, git } from '../office/git.ts';
import { ESLINT, PLAYWRIGHT, PRETTIER, TYPES, VITEST, type Command, type Step } from './test-steps.ts';

/** The files that differ from the main branch, committed or not, as paths below the project's folder. */
export function changedFiles(root: string): readonly string[] {
  const main = ['origin/main', 'main'].find(
    (name) => askGit(root, ['rev-parse', '--verify', '--quiet', name]) !== undefined,
  );
  const since = (main && askGit(root, ['merge-base', 'HEAD', main])) || 'HEAD';
  const names = [
    git(root, ['diff', '--name-only', '-z', '--no-renames', since]),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ];
  return [...new Set(names.join('').split('\0').filter(Boolean))].sort();
}

/** What decides how everything is run: nothing is left out where one of these has changed. */
const EVERYTHING = /^(?:package(?:-lock)?\.json|tsconfig\.json|tests\/(?:vitest\.config|repeatable)\.ts)$/u;

/** What a browser shows and runs, and how it is tested. */
const SEEN =
  /^(?:src\/(?:pages|components|layouts|client|styles|integrations)|public)\/|^astro\.config\.mjs$|^tests\/playwright\.config\.ts$/u;
const BROWSER_TESTS = /^tests\/e2e\//u;

const CODE = /\.(?:ts|mjs|js)$/u;

/** Those of the steps that a change of these files can reach, each with the part of it that it can reach. */
export function reachedSteps(
  steps: readonly Step[],
  changed: readonly string[],
  root: string,
): readonly Step[] {
  if (changed.some((file) => EVERYTHING.test(file))) return steps;
  const present = changed.filter((file) => existsSync(`${root}/${file}`));
  const code = present.filter((file) => CODE.test(file) || file.endsWith('.astro'));
  const isTyped = changed.some((file) => CODE.test(file) || file.endsWith('.astro'));
  const isSeen = changed.some((file) => SEEN.test(file));
  const commands: Readonly<Record<string, readonly Command[]>> = {
    lint: [
      ...(code.length > 0 ? [[...ESLINT, '--no-warn-ignored', ...code] as const] : []),
      ...(present.length > 0 ? [[...PRETTIER, '--ignore-unknown', ...present] as const] : []),
    ],
    types: isTyped ? [TYPES] : [],
    unit: changed.length > 0 ? [related([...present, ...testsNaming(changed, root)])] : [],
    browser: isSeen
      ? [PLAYWRIGHT]
      : changed.some((file) => BROWSER_TESTS.test(file))
        ? [[...PLAYWRIGHT, ...browserTests(changed, root)]]
        : [],
  };
  const isReached = ({ name, needs }: Step): boolean =>
    (commands[name] ?? []).length > 0 || (needs === 'build' && isSeen);
  const reached = steps.filter(isReached);
  return steps
    .filter((step) => reached.some((one) => one === step || one.needs === step.name))
    .map((step) => ({ ...step, commands: commands[step.name] ?? step.commands, mayBeEmpty: true }));
}

/** Vitest finds the tests that import one of these files. */
const related = (files: readonly string[]): Command => {
  const [program, , ...options] = VITEST;
  return [program, 'related', '--run', '--passWithNoTests', ...options, ...files];
};

/** The changed tests themselves; all of them where something they share has changed. */
function browserTests(changed: readonly string[], root: string): readonly string[] {
  const mine = changed.filter((file) => BROWSER_TESTS.test(file));
  if (!mine.every((file) => file.endsWith('.spec.ts'))) return [];
  return mine.filter((file) => existsSync(`${root}/${file}`)).map((file) => file.replace(BROWSER_TESTS, ''));
}

/** Where commands begin; a test that names it reaches all of `src/`. */
const DOOR = 'src/cli/main.ts';

/**
 * The files of tests that read a changed file, or run what stands in it, by its path: they write the path, or that of a
 * folder above it. Which tests import it is not asked here.
 */
export function testsNaming(changed: readonly string[], root: string): readonly string[] {
  const named = new Set(changed.flatMap((file) => [file, ...foldersAbove(file)]));
  if (changed.some((file) => file.startsWith('src/'))) named.add(DOOR);
  return globSync('tests/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((test) => pathsIn(readFileSync(`${root}/${test}`, 'utf8')).some((path) => named.has(path)))
    .sort();
}

const foldersAbove = (file: string): readonly string[] =>
  file.split('/').flatMap((_, depth, parts) => (depth > 0 ? [parts.slice(0, depth).join('/')] : []));

/** What stands in quotation marks and may be a path below the project's folder; steps up are left out. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!from )['"`](?:\.{1,2}\/)*([\w.-]+(?:\/[\w.-]+)*)/gu)].map(([, path]) => path!);
