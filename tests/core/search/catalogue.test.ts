import { expect, test } from 'vitest';
import {
  listedAt,
  toCatalogue,
  type Catalogue,
  type CatalogueRow,
} from '../../../src/core/search/catalogue.ts';
import { rankingOf } from '../../../src/core/search/meet.ts';
import { noQuestion } from '../../../src/core/search/question.ts';
import { reasonsFor } from '../../../src/core/search/reasons.ts';
import { shelfOf, sumOf } from '../../../src/core/search/shelf.ts';

const tender: CatalogueRow = {
  id: 'gm-js-2026-012-tender',
  title: '沿江路市政道路改造工程施工招标公告',
  category: 'construction',
  categoryTerm: '建设工程',
  type: 'tender-notice',
  typeTerm: '招标公告',
  stage: 'call',
  publishedAt: '2026-03-02T09:00:00+08:00',
  region: '荷城街道',
  projectCode: 'GM-JS-2026-012',
  principal: { label: '招标人', value: '示例办', text: '示例办' },
  agency: { label: '招标代理机构', text: '示例咨询' },
  amount: { label: '预算金额', value: 358_600_000, text: '358.6万元' },
  deadline: {
    label: '投标截止',
    value: '2026-03-30T09:30:00+08:00',
    text: '',
    was: '2026-03-25T09:30:00+08:00',
  },
  gate: {
    label: '文件获取结束',
    value: '2026-03-09T24:00:00+08:00',
    text: '2026年3月9日',
    over: '文件获取已结束',
  },
  happening: { kind: 'corrected', by: 'gm-js-2026-012-correction' },
};
const notice: CatalogueRow = {
  id: 'gm-tz-2026-001',
  title: '关于系统维护的通知',
  category: 'general',
  categoryTerm: '通知公告',
  type: 'notice',
  typeTerm: '通知',
  stage: 'notice',
  publishedAt: '2026-01-04T09:00:00+08:00',
};
const award: CatalogueRow = {
  ...notice,
  id: 'award',
  winner: { label: '中标人', value: '示例公司', text: '示例公司' },
  price: { label: '中标价', value: 341_200_000, text: '341.2万元' },
  publicity: { from: '2026-04-01', until: '2026-04-03' },
};

test('what a list row shows comes back from a catalogue as it was, and nothing else', () => {
  const written = JSON.stringify(toCatalogue('2026', [tender, notice, award]));
  const listed = [0, 1, 2].map((row) => listedAt(JSON.parse(written) as Catalogue, row));
  const plain = { category: 'general', typeTerm: '通知', publishedOn: '2026-01-04', title: notice.title };
  expect(listed).toEqual([
    {
      id: tender.id,
      title: tender.title,
      publishedOn: '2026-03-02',
      category: 'construction',
      typeTerm: '招标公告',
      region: '荷城街道',
      projectCode: 'GM-JS-2026-012',
      principal: { label: '招标人', text: '示例办' },
      agency: { label: '招标代理机构', text: '示例咨询' },
      deadline: { label: '投标截止', at: '2026-03-30T09:30:00+08:00', was: '2026-03-25T09:30:00+08:00' },
      gate: { label: '文件获取结束', at: '2026-03-09T24:00:00+08:00', over: '文件获取已结束' },
      amount: { label: '预算金额', fen: 358_600_000 },
      happening: 'corrected',
    },
    { ...plain, id: notice.id },
    {
      ...plain,
      id: 'award',
      winner: { label: '中标人', text: '示例公司' },
      price: { label: '中标价', fen: 341_200_000 },
      publicFrom: '2026-04-01',
      publicUntil: '2026-04-03',
    },
  ]);
});

test('a sum with 约 or a remark is listed in its words and ordered by its figure', () => {
  const about = {
    label: '预算金额',
    value: '约300万元',
    text: '约300万元',
    price: { words: '约300万元', fen: 300_000_000 },
  };
  const taxed = {
    label: '中标价',
    value: 100,
    text: '1元（含税）',
    price: { words: '1元（含税）', fen: 100 },
  };
  const rate = { label: '中标价', value: '97%', text: '97%', price: { words: '97%' } };
  const catalogue = toCatalogue('2026', [
    { ...notice, amount: about },
    { ...award, price: taxed },
    { ...award, price: rate },
  ]);
  expect(listedAt(catalogue, 0).amount).toEqual({ label: '预算金额', fen: 300_000_000, text: '约300万元' });
  expect(listedAt(catalogue, 1).price).toEqual({ label: '中标价', fen: 100, text: '1元（含税）' });
  expect([0, 1, 2].map((row) => sumOf(shelfOf(catalogue), row))).toEqual([300_000_000, 100, undefined]);
});

test('a member of a consortium, a candidate and the winner of a lot are found by their own names', () => {
  const catalogue = toCatalogue('2026', [{ ...award, parties: ['示例乙（佛山）公司', '示例丙公司'] }]);
  const listed = listedAt(catalogue, 0);
  expect(listed.parties).toEqual(['示例乙（佛山）公司', '示例丙公司']);
  const question = { ...noQuestion, words: '示例乙(佛山)公司' };
  expect(rankingOf(shelfOf(catalogue), question, undefined)(0)).toBe(2);
  expect(reasonsFor(listed, question, ['示例乙(佛山)公司']).map(({ fact }) => fact)).toEqual([
    { label: '相关单位', text: '示例乙（佛山）公司' },
  ]);
});
