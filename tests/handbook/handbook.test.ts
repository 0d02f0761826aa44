import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  commands as handbookCommands,
  documents,
  ExampleFolder,
  examples,
  HANDBOOK,
  pictures,
  printed,
  settings,
  unknownFences,
} from './examples.ts';
import { BODY_FORMS } from './forms.ts';
import { renewParts } from '../../src/core/handbook/inserted.ts';
import { runAlone, temporaryFolder } from '../cli/command.ts';
import { shortTender } from '../importer/documents/notices.ts';

const folder = new ExampleFolder();
afterAll(() => folder.remove());

test('every announcement that the handbook shows passes the check', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
  expect(folder.check(...examples.map(({ id }) => id))).toBe('');
});

test.each(settings)('the settings that the handbook shows pass the check: $file', ({ file }) => {
  expect(folder.check(file)).toBe('');
});

test.each(printed.filter(({ command }) => command === 'check'))(
  'the check prints what the handbook shows: $info',
  (one) => {
    expect(folder.whileSpoilt(one, () => folder.check(one.id)).trimEnd()).toBe(one.text.trimEnd());
  },
);

test.each(printed.filter(({ command }) => command === 'fix'))(
  'the mending prints what the handbook shows: $info',
  (one) => {
    const { stdout, status } = folder.whileSpoilt(one, () =>
      runAlone(['fix', one.id, '--dry-run'], { CONTENT_DIR: folder.path }),
    );
    expect({ status, stdout: stdout.trimEnd() }).toEqual({ status: 0, stdout: one.text.trimEnd() });
  },
);

test('a document prints what the handbook shows', () => {
  const [{ name, text } = { name: '', text: '' }, ...others] = documents;
  const file = join(temporaryFolder(), name);
  writeFileSync(file, shortTender());
  const { stdout, stderr } = runAlone(['new', '--from-document', file], { CONTENT_DIR: folder.path });
  const [draft = ''] = /\.cache\/drafts\/\S+?\.json/u.exec(stderr) ?? [];
  if (draft !== '') rmSync(draft);
  expect([stdout.trimEnd(), others]).toEqual([text.trimEnd(), []]);
});

test('the handbook shows nothing that this test does not look at', () => {
  expect(unknownFences).toEqual([]);
  expect(printed.length).toBeGreaterThanOrEqual(6);
});

const named = [
  ...handbookCommands,
  ...[...readFileSync(HANDBOOK, 'utf8').matchAll(/`(npm [^`]+)`/gu)].map(([, command]) => command!),
];
const usages = new Map<string, string>();
const usageOf = (command: string): string => {
  if (!usages.has(command)) usages.set(command, runAlone([command, '--help']).stdout);
  return usages.get(command)!;
};

test('the handbook names only commands, flags and ids that exist', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const ids = new Set(examples.map(({ id }) => id));
  const wrong = named.filter((line) => {
    if (/^git (?:pull|push|add content|commit -m "[^"]+")$/u.test(line)) return false;
    const [, script, rest = ''] = /^npm (?:run )?([\w:]+)(?: -- (.+))?$/u.exec(line) ?? [];
    if (script === undefined || !(script in scripts)) return true;
    const flags = rest.match(/--[a-z-]+/gu) ?? [];
    const named = rest.match(/\bgm-[a-z0-9-]+/gu) ?? [];
    return flags.some((flag) => !usageOf(script).includes(flag)) || named.some((id) => !ids.has(id));
  });
  expect(named.length).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

test('the tables of codes and limits are what the program says; otherwise run npm run docs:fields', () => {
  const text = readFileSync(HANDBOOK, 'utf8');
  expect(renewParts(text) === text).toBe(true);
});

test('every form of a body that the handbook explains has its picture', () => {
  const shown = pictures.filter(({ file }) => file.startsWith('docs/handbook/body-'));
  expect(shown).toEqual(BODY_FORMS.map(({ name, alt }) => ({ file: `docs/handbook/body-${name}.png`, alt })));
});

test('every picture exists, is small, and is told in words; otherwise run npm run docs:pictures', () => {
  expect(pictures.length).toBeGreaterThanOrEqual(4);
  for (const { file, alt } of pictures) {
    expect(existsSync(file), file).toBe(true);
    expect(statSync(file).size, file).toBeLessThanOrEqual(150 * 1024);
    expect(alt.length, file).toBeGreaterThan(10);
  }
});
