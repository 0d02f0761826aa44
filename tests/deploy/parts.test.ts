import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { GOAL_OPTIONS, goalOf } from '../../src/cli/build/goal.ts';

const text = readFileSync('docs/deploy/parts.md', 'utf8');
const fences = (language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gmsu'))].map(([, code]) => code!);

/** Every command that the document tells one to run, as a shell would hand it on. */
const commands = [...fences('sh'), ...fences('yaml')]
  .flatMap((code) => code.split('\n'))
  .flatMap((line) => /npm run build -- (.*)$/u.exec(line)?.[1] ?? [])
  .map((line) => line.replaceAll('$YEAR', '2022'));

const options = { ...GOAL_OPTIONS, compress: { type: 'boolean', default: false } } as const;
const goalsOf = (line: string) => {
  const { values, positionals } = parseArgs({ args: line.split(' '), options, allowPositionals: true });
  return goalOf({ ...values, full: false }, positionals, '');
};

test('every command of the document on parts is understood', () => {
  expect(commands.length).toBe(7);
  for (const { part, parts } of commands.map(goalsOf))
    expect(part !== undefined || parts.length > 1).toBe(true);
});

interface GitLab {
  readonly year: { readonly parallel: { readonly matrix: readonly { readonly YEAR: readonly string[] }[] } };
  readonly site: { readonly script: readonly string[] };
}

interface GitHub {
  readonly jobs: {
    readonly year: { readonly strategy: { readonly matrix: { readonly year: readonly string[] } } };
    readonly site: { readonly steps: readonly { readonly run?: string }[] };
  };
}

test('its pipelines put together the years that they make', () => {
  const [gitlab, github] = fences('yaml').map((code) => parse(code) as unknown);
  const merged = (line = ''): readonly string[] =>
    [...line.matchAll(/dist\.(\d{4})/gu)].map(([, year]) => year!);
  const { year, site } = gitlab as GitLab;
  expect(merged(site.script[0])).toEqual(year.parallel.matrix[0]!.YEAR);
  const { jobs } = github as GitHub;
  expect(merged(jobs.site.steps.at(-1)!.run)).toEqual(jobs.year.strategy.matrix.year);
});
