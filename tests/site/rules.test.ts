import { expect, test } from 'vitest';
import { base } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { instruments, ruleCodes, rulePage, unchecked } from '../../src/site/rules.ts';

test('每条规则在它出自的法规下面列一次', () => {
  const listed = instruments(editionFrom(base)).flatMap(({ rules }) => rules.map(({ code }) => code));
  expect(listed.toSorted()).toEqual(ruleCodes.toSorted());
  expect(new Set(listed).size).toBe(listed.length);
});

test('每条规则的页写明依据、从何时起、适用于什么，例子一个符合一个不符合', () => {
  const edition = editionFrom(base);
  for (const code of ruleCodes) {
    const page = rulePage(edition, code);
    expect(page, code).toMatchObject({
      path: `rules/${code}/`,
      href: `/rules/${code}/`,
      inForce: expect.stringMatching(/^\d{4}年\d+月\d+日起/u) as string,
      pass: { verdict: '通过' },
      fail: { verdict: '不符合' },
    });
    const words = [page.title, page.instrument, page.article, page.why, page.confidence, ...page.types];
    expect(
      words.filter((word) => word === ''),
      code,
    ).toEqual([]);
    expect(page.types.length, code).toBeGreaterThan(0);
    // What breaks a rule may be that a field is not there.
    expect(page.pass.facts.length, code).toBeGreaterThan(0);
    for (const { facts } of [page.pass, page.fail]) {
      expect(
        facts.filter(({ label, text }) => label === '' || /undefined|\[object/u.test(text)),
        code,
      ).toEqual([]);
    }
  }
});

test('例子用的是经办人填的字段，接着别的公告的写明是谁的', () => {
  const { pass, fail } = rulePage(editionFrom(base), 'D104');
  expect(pass.facts.map(({ label }) => label)).toContain('投标截止');
  expect(fail.figures).toMatch(/共 \d+ 日，要求不少于 20 日/u);
});

test('知道而不核对的，每条写明原因', () => {
  expect(unchecked().length).toBeGreaterThan(0);
  expect(unchecked().filter(({ reason }) => reason.trim() === '')).toEqual([]);
});
