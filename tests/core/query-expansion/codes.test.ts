import { describe, expect, test } from 'vitest';
import { codesLike, idLike } from '../../../src/core/query-expansion/codes.ts';
import { shelfWith } from './announced-shelves.ts';

const shelves = [
  shelfWith(['施工监理招标公告'], { code: 'GM-JS-2026-036', id: 'gm-js-2026-036-tender' }),
  shelfWith(['采购合同公告'], { code: 'GM-CG-2026-036', id: 'gm-cg-2026-036-contract' }),
  shelfWith(['挂牌出让公告'], { code: 'GM-KC-2026-01' }),
];

describe('a code', () => {
  test.each([
    ['2026036', ['GM-JS-2026-036', 'GM-CG-2026-036']],
    ['gmjs2026036', ['GM-JS-2026-036']],
    ['js-2026-36', ['GM-JS-2026-036']],
    ['2026年第36号', ['GM-JS-2026-036', 'GM-CG-2026-036']],
    ['gm/kc/2026/01', []],
    ['gmkc202601', ['GM-KC-2026-01']],
    ['https://www.example.gov.cn/projects/gm-kc-2026-01/', ['GM-KC-2026-01']],
    ['36', []],
    ['施工2026036', []],
    ['gmjs2026037', []],
  ])('%j is %j', (part, expected) => {
    expect(codesLike(part, shelves)).toEqual(expected);
  });

  test('of more than eight that have the digits none is meant', () => {
    const many = Array.from({ length: 9 }, (_, at) => shelfWith(['公告'], { code: `GM-JS-2026-0${at}1` }));
    expect(codesLike('2026', many)).toEqual([]);
  });
});

describe('the address', () => {
  test.each([
    ['gm-js-2026-036-tender', 'gm-js-2026-036-tender'],
    ['https://www.example.gov.cn/announcements/gm-js-2026-036-tender/', 'gm-js-2026-036-tender'],
    ['/announcements/gm-js-2026-036-tender.json', 'gm-js-2026-036-tender'],
    ['/announcements/gm-js-2026-036-tender/?from=feed#s1', 'gm-js-2026-036-tender'],
    ['gm-js-2026-036', undefined],
    ['监理', undefined],
  ])('%j is that of %j', (part, expected) => {
    expect(idLike(part, shelves)).toBe(expected);
  });
});
