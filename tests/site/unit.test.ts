import { describe, expect, test } from 'vitest';
import { file, page } from '../../src/site/unit.ts';
import { KINDS } from '../../src/site/units.ts';

describe('what a site is made of', () => {
  test('a page has a folder of its own, what is no page has its name', () => {
    expect(page('announcements/[id]', { id: 'a' }).path).toBe('announcements/a/');
    expect(page('announcements/[id]/v[version]', { id: 'a', version: '2' }).path).toBe('announcements/a/v2/');
    expect(page('').path).toBe('');
    expect(file('feeds/[name].xml', { name: 'all' }).path).toBe('feeds/all.xml');
  });

  test('a parameter that may be missing takes its slash with it', () => {
    expect(page('disclosure/[...home]', { home: undefined }).path).toBe('disclosure/');
    expect(page('handbook/[...document]', { document: 'a/b' }).path).toBe('handbook/a/b/');
  });

  test('no two kinds share a name', () => {
    const names = KINDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
