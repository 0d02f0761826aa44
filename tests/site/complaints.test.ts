import { expect, test } from 'vitest';
import { tenderWith } from './announcement-page.ts';
import { later, tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { askPhoneOf, complaintsOf } from '../../src/site/complaints.ts';

const OFFICE = { label: '对本中心的意见', text: '佛山市公共资源交易中心高明分中心', phone: '0757-00000000' };

/** Whom the page of the tender names, with more fields in it and more settings. */
function contacts(fields: string, settings = '') {
  const site = { 'site.yaml': `${String(tenderAnd()['site.yaml'])}${settings}` };
  const edition = editionFrom(tenderAnd(tenderWith(fields), site));
  const { announcement } = edition.effective('tender');
  return { lines: complaintsOf(edition, announcement), ask: askPhoneOf(edition, announcement) };
}

test('公告没有写的，异议向招标人提，没有电话就不写电话', () => {
  expect(contacts('')).toEqual({
    lines: [{ label: '异议', text: '向高明区示例街道建设办公室提出' }, OFFICE],
    ask: '0757-00000000',
  });
});

test('公告写了联系电话和监督部门的，照公告写', () => {
  expect(contacts('联系电话: 0757-00000031\n监督部门: 高明区示例住建局\n')).toEqual({
    lines: [
      { label: '异议', text: '向高明区示例街道建设办公室提出', phone: '0757-00000031' },
      { label: '投诉', text: '向高明区示例住建局提出' },
      OFFICE,
    ],
    ask: '0757-00000031',
  });
});

test('公告写了异议渠道的，用它的原话', () => {
  const candidates = later(
    'candidates',
    '中标候选人公示',
    '2026-03-26 09:00',
    '公示开始: 2026-03-27\n公示结束: 2026-03-30\n异议渠道: 在示例交易平台提出\n中标候选人:\n  - 排名: 1\n    名称: 佛山示例建设有限公司\n    报价: 350万元',
  );
  const edition = editionFrom(tenderAnd(candidates));
  expect(complaintsOf(edition, edition.effective('candidates').announcement)[0]).toEqual({
    label: '异议',
    text: '在示例交易平台提出',
  });
});

test('中心有监督电话的，意见打监督电话', () => {
  expect(contacts('', '监督电话: 0757-00000001\n').lines.at(-1)).toEqual({
    ...OFFICE,
    phone: '0757-00000001',
  });
});
