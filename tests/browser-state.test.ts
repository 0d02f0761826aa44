import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A page whose time was stopped never loads another; a worker keeps its page for the tests that follow. */
const STOPS_TIME = /from '\.\/(?:virtual-time|holdings)\.ts'|\.pauseAt\(/u;

test('every browser test that stops the time of its page has a page of its own', () => {
  const stopping = globSync('tests/e2e/*.spec.ts')
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => STOPS_TIME.test(text));
  expect(stopping.length).toBeGreaterThan(4);
  const forgetful = stopping.filter(({ text }) => !/reuseContext: false/u.test(text));
  expect(
    forgetful.map(({ file }) => file),
    'write test.use({ reuseContext: false }) above the tests',
  ).toEqual([]);
});
