import { gzipSync } from 'node:zlib';
import { FileSystemConfigLoader, HtmlValidate, type ConfigData } from 'html-validate';
import { expect, test } from 'vitest';
import { MEDIAN_ANNOUNCEMENT } from './budgets.ts';
import { filesLike, pathOf, textOf } from './site.ts';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // HTML takes either; Astro writes it in capitals, the stub of an old address does not.
    'doctype-style': 'off',
    // A telephone number is copied from the page; a hyphen of another kind would go along.
    'tel-non-breaking': 'off',
    // Boxes to tick share the name of what they choose.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // The form of /changes/ answers to each change; it is not there without its script.
    'wcag/h32': 'off',
    // What scrolls alone is named as a region for the keyboard, and is no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

/** A lobby screen has empty rows in store, which stay hidden until its program fills them. */
const screenConfig: ConfigData = { ...config, rules: { ...config.rules, 'empty-heading': 'off' } };

const pages = filesLike('**/*.html');

test('html-validate objects to nothing in any page', async () => {
  expect(pages.length).toBeGreaterThan(400);
  const found: string[] = [];
  for (const { files, settings } of [
    { files: pages.filter((file) => !file.startsWith('display/')), settings: config },
    { files: pages.filter((file) => file.startsWith('display/')), settings: screenConfig },
  ]) {
    const validator = new HtmlValidate(new FileSystemConfigLoader(settings));
    const { results } = await validator.validateMultipleFiles(files.map(pathOf));
    for (const { filePath, messages } of results)
      for (const { ruleId, message, line, column } of messages)
        found.push(`${filePath}:${line}:${column} ${ruleId} ${message}`);
  }
  expect(found).toEqual([]);
}, 180_000);

test('half of all announcements are small pages', () => {
  const announcements = filesLike('announcements/*/index.html').map(textOf);
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const html = median(announcements.map((text) => gzipSync(text, { level: 9 }).length));
  const nodes = median(announcements.map((text) => text.match(/<[a-z]/gu)!.length));
  console.log(`median announcement, measured / budget: html ${html} / ${MEDIAN_ANNOUNCEMENT.html} bytes`);
  console.log(`median announcement, measured / budget: nodes ${nodes} / ${MEDIAN_ANNOUNCEMENT.nodes}`);
  expect(html).toBeLessThanOrEqual(MEDIAN_ANNOUNCEMENT.html);
  expect(nodes).toBeLessThanOrEqual(MEDIAN_ANNOUNCEMENT.nodes);
});
