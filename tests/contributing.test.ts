import { existsSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/*
 * The recipes and the glossary of CONTRIBUTING.md lead to files and types that exist. Where one was renamed, write the
 * new name into CONTRIBUTING.md too.
 */

const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

const recipes = sectionOf('Recipes')
  .split(/^### /mu)
  .slice(1)
  .map((text) => ({ title: text.split('\n')[0]!, text }));

const glossary = sectionOf('Glossary')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, word = '', , meaning = '', where = '']) => ({
    word: word.replaceAll('`', ''),
    isType: word.startsWith('`'),
    meaning,
    file: where.replaceAll('`', ''),
  }));

test('there is a recipe for each kind of thing that is added', () => {
  expect(recipes.map(({ title }) => title)).toEqual([
    'Add a statutory rule',
    'Add a field',
    'Add a type of announcement',
    'Add a page',
    'Add a table or a set of data',
    'Add a view',
    'Add a command',
  ]);
});

describe.each(recipes)('$title', ({ text }) => {
  const steps = text.split('\n').filter((line) => /^\d+\. /u.test(line));
  const held = text.split('\n').find((line) => line.startsWith('Held by ')) ?? '';

  test('has five to eight steps', () => {
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(8);
  });

  test('names files that exist, and tests that hold what they say', () => {
    const paths = pathsIn(text);
    expect(paths.length).toBeGreaterThanOrEqual(steps.length);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    expect(pathsIn(held).filter((path) => /^tests\/.*\.(?:test|spec)\.ts$/u.test(path))).toEqual(
      pathsIn(held),
    );
    expect(pathsIn(held).length).toBeGreaterThan(0);
  });
});

describe('the glossary', () => {
  test('has about thirty words in their order, each once and each with its meaning', () => {
    const words = glossary.map(({ word }) => word);
    expect(words.length).toBeGreaterThanOrEqual(30);
    expect(words).toEqual([...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(glossary.filter(({ meaning }) => meaning.length < 20)).toEqual([]);
  });

  test.each(glossary)('$word is in $file, by that name', ({ word, isType, file }) => {
    expect(existsSync(file), `${file} is not there`).toBe(true);
    if (isType) expect(typesIn(file)).toContain(word);
  });
});

function sectionOf(title: string): string {
  const [, section] = contributing.split(new RegExp(`^## ${title}\\n`, 'mu'));
  return section?.split(/^## /mu)[0] ?? '';
}

/** What stands in code font and is a path from the root of the project or the name of a file there. */
function pathsIn(markdown: string): readonly string[] {
  return new MarkdownIt()
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .filter(
      ({ type, content }) =>
        type === 'code_inline' && /^[\w.-]+\/[\w./-]*$|^\w[\w-]*(?:\.\w+)+$/u.test(content),
    )
    .map(({ content }) => content);
}

/** The types that a file exports. */
function typesIn(file: string): readonly string[] {
  return ts
    .createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    .statements.filter(
      (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one) || ts.isClassDeclaration(one),
    )
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ name }) => name?.text ?? []);
}
