import { describe, expect, test } from 'vitest';
import { later, move, tenderAnd, tenderFile, termination } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { dossierPage } from '../../src/site/dossier.ts';
import { editionFrom } from './edition.ts';

const CODE = 'GM-JS-2026-001';
const award = later(
  'award',
  '中标结果公告',
  '2026-04-10 09:00',
  '中标人: 佛山示例建设有限公司\n中标价: 350万元',
);
const pageOf = (...trees: readonly Tree[]) => dossierPage(editionFrom(tenderAnd(...trees)), CODE);

/** The same with more fields, in place of a line. */
const withField = (tree: Tree, line: string, more: string): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path, String(text).replace(line, `${more}\n${line}`)]),
  );

describe('项目的页', () => {
  test('有项目名称的用名称，没有的用第一份公告的标题', () => {
    expect(pageOf().name).toBe('沿江路市政道路改造工程施工招标公告');
    expect(pageOf(withField(tenderFile(), '资格要求', '项目名称: 沿江路市政道路改造工程')).name).toBe(
      '沿江路市政道路改造工程',
    );
  });

  test('后来的公告写了名称的，也算', () => {
    const page = pageOf(withField(award, '中标人:', '项目名称: 沿江路改造'));
    expect(page).toMatchObject({ name: '沿江路改造', first: { id: 'tender' } });
  });

  test('写明招标人、金额和后来公布的最高限价', () => {
    const ceiling = later('ceiling', '最高投标限价公告', '2026-03-10 09:00', '最高投标限价: 355万元');
    expect(pageOf(ceiling).facts).toEqual([
      { label: '招标人', text: '高明区示例街道建设办公室' },
      { label: '预算金额', text: '358.6万元' },
      { label: '最高投标限价', text: '355万元' },
    ]);
  });

  test('还没有结果的，有效的截止时间单独在前；有了结果，截止时间是一件旧事', () => {
    const moved = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
    expect(pageOf(moved).running?.deadline?.text).toBe('2026年4月2日（星期四）09:30');
    const done = pageOf(moved, award);
    expect(done.running).toBeUndefined();
    expect(done.facts.at(-1)).toEqual({ label: '投标截止', text: '2026年4月2日（星期四）09:30' });
  });

  test('停下来的先说停了；更正过什么在全部公告里', () => {
    const corrected = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
    expect(pageOf(corrected, termination).boxes.map(({ kind }) => kind)).toEqual(['terminated']);
    expect(pageOf(corrected).boxes).toEqual([]);
  });

  test('标段列成表', () => {
    const [table] = pageOf().lots;
    expect(table!.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['01', '道路工程'],
      ['02', '照明工程'],
    ]);
  });
});

describe('项目现在怎样', () => {
  const won = later(
    'award-1',
    '中标结果公告',
    '2026-04-10 09:00',
    '标段结果:\n  - 标段: 01\n    结果: 中标\n    中标人: 佛山示例建设有限公司\n    中标价: 150万元',
  );
  const failed = later('failed', '流标公告', '2026-03-26 09:00', '适用标段:\n  - "02"\n原因: 投标人少于三个');

  test('一句话说明有几个中标、几个流标；都在等结果的不说', () => {
    expect(pageOf().verdict).toBeUndefined();
    expect(pageOf(won, failed).verdict).toBe('1 个标段已中标，1 个标段已流标');
    expect(pageOf(won).verdict).toBe('1 个标段已中标，1 个标段还没有结果');
    expect(pageOf(termination).verdict).toBe('2 个标段已终止');
  });

  test('有了结果的，先说下一步；还在招标的，先说截止时间', () => {
    expect(pageOf(award).next).toMatchObject({ what: '合同公告' });
    expect(pageOf().next).toBeUndefined();
  });
});

describe('提问和答复', () => {
  const clarified = (body: string): Tree =>
    Object.fromEntries(
      Object.entries(later('clarification', '澄清公告', '2026-03-06 09:00', '影响投标文件编制: 否')).map(
        ([path, text]) => [path, String(text).replace('现予公布。', body)],
      ),
    );

  test('一问一答的逐条列出，链接到澄清公告', () => {
    expect(pageOf(clarified('问：能否全封闭？\n\n答：不能。')).clarifications).toMatchObject([
      { href: '/announcements/clarification/', answered: [{ question: '能否全封闭？', answer: '不能。' }] },
    ]);
  });

  test('不成一问一答的，只链接到公告；别的公告不算', () => {
    expect(pageOf(clarified('第三章修改如下。'), award).clarifications).toMatchObject([
      { href: '/announcements/clarification/', answered: [] },
    ]);
    expect(pageOf(award).clarifications).toEqual([]);
  });
});
