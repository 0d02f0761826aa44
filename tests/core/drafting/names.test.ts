import { expect, test } from 'vitest';
import { typeOf } from '../../../src/core/announcement/schema.ts';
import { proposeId, proposeProjectCode, proposeTitle } from '../../../src/core/drafting/names.ts';

const facts = (type: string, projectCode?: string, related?: string) => ({
  spec: typeOf(projectCode ? 'construction' : 'general', type),
  projectCode,
  related,
  year: '2026',
});

test.each([
  [facts('tender-notice', 'GM-JS-2026-012'), [], 'gm-js-2026-012-tender'],
  [facts('tender-notice', 'GM-JS-2026-012'), ['gm-js-2026-012-tender'], 'gm-js-2026-012-tender-2'],
  [facts('correction-notice', 'GM-JS-2026-012'), [], 'gm-js-2026-012-correction-1'],
  [
    facts('correction-notice', 'GM-JS-2026-012'),
    ['gm-js-2026-012-correction-1'],
    'gm-js-2026-012-correction-2',
  ],
  [facts('correction-notice', undefined, 'gm-tz-2026-019'), [], 'gm-tz-2026-019-correction-1'],
  [facts('notice'), ['gm-tz-2026-007-holiday', 'gm-tz-2025-020'], 'gm-tz-2026-008'],
  [facts('notice'), ['gm-tz-2025-020'], 'gm-tz-2026-001'],
  [facts('notice'), [], undefined],
])('%j beside %j is called %s', (asked, taken, name) => {
  expect(proposeId(asked, new Set(taken))).toBe(name);
});

test('the next project code follows the highest of its category and year', () => {
  expect(
    proposeProjectCode('construction', ['GM-JS-2026-009', 'GM-JS-2026-012', 'GM-CG-2026-044'], '2026'),
  ).toBe('GM-JS-2026-013');
  expect(proposeProjectCode('land', ['GM-JS-2026-009'], '2026')).toBeUndefined();
});

test.each([
  ['correction-notice', '沿江路改造工程施工招标公告', 1, '沿江路改造工程施工更正公告'],
  ['correction-notice', '沿江路改造工程施工招标公告', 2, '沿江路改造工程施工更正公告（第二次）'],
  ['award-notice', '沿江路改造工程施工中标候选人公示', 1, '沿江路改造工程施工中标结果公告'],
  ['opening-record', '沿江路改造工程施工招标公告', 1, '沿江路改造工程施工开标记录'],
])('a %s after %s, number %i, is titled %s', (type, parent, number, title) => {
  expect(proposeTitle(typeOf('construction', type), parent, number)).toBe(title);
});
