import { describe, expect, test } from 'vitest';
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

test('招标公告也写得下异议渠道和监督电话', () => {
  const said = '监督部门: 高明区示例住建局\n监督电话: 0757-00000300\n异议渠道: 在示例交易平台提出\n';
  expect(contacts(said).lines).toEqual([
    { label: '异议', text: '在示例交易平台提出' },
    { label: '投诉', text: '向高明区示例住建局提出', phone: '0757-00000300' },
    OFFICE,
  ]);
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

describe('没有写异议渠道的，照公告所在的法律说', () => {
  const only = (file: string, head: string) => {
    const text = `---\n标题: 示例\n发布时间: 2026-03-26 09:00\n${head}\n---\n\n现予公布。\n`;
    const edition = editionFrom(tenderAnd({ [`announcements/${file}.md`]: text }));
    const { announcement } = edition.effective(file.slice(file.lastIndexOf('/') + 1));
    return complaintsOf(edition, announcement).map((line) => `${line.label} ${line.text}`);
  };
  const office = `${OFFICE.label} ${OFFICE.text}`;

  test.each([
    ['通知', '发布单位: 示例中心'],
    ['公告', '发布单位: 示例中心'],
    ['征求意见', '发布单位: 示例中心\n反馈截止: 2026-04-10 17:00'],
  ])('%s没有异议', (type, fields) => {
    expect(only('general/2026/notice', `类别: 通知公告\n类型: ${type}\n${fields}`)).toEqual([office]);
  });

  test('行政处罚公示写的是监督部门，不是投诉', () => {
    const fields = '发布单位: 示例局\n当事人: 示例公司\n决定日期: 2026-03-25\n文书编号: 示例〔2026〕1号';
    const head = `类别: 通知公告\n类型: 行政处罚公示\n${fields}\n处理结果: 警告\n监督部门: 示例局`;
    expect(only('general/2026/penalty', head)).toEqual(['监督部门 示例局', office]);
  });

  test('公示可以提异议', () => {
    const fields = '发布单位: 示例中心\n公示开始: 2026-03-27\n公示结束: 2026-03-31';
    expect(only('general/2026/shown', `类别: 通知公告\n类型: 公示\n${fields}`)[0]).toBe(
      '异议 向示例中心提出',
    );
  });

  test('政府采购说询问、质疑，单一来源公示说异议，采购意向什么也不说', () => {
    const buyer =
      '类别: 政府采购\n地区: 荷城街道\n采购人: 示例学校\n采购需求: 课桌椅 200 套\n预算金额: 96万元';
    const talks =
      '项目编号: GM-CG-2026-001\n文件获取开始: 2026-03-27\n文件获取结束: 2026-04-02\n响应截止: 2026-04-07 09:30';
    const source =
      '项目编号: GM-CG-2026-001\n单一来源原因: 只能由原供应商维护\n拟定供应商: 示例公司\n拟定供应商地址: 示例路 3 号\n公示开始: 2026-03-27\n公示结束: 2026-04-02\n论证专家:\n  - 姓名: 罗工（示例）\n    工作单位: 示例学院\n    职称: 教授';
    expect(only('procurement/2026/talks', `${buyer}\n类型: 竞争性谈判公告\n${talks}`)[0]).toBe(
      '询问、质疑 向示例学校提出',
    );
    expect(only('procurement/2026/source', `${buyer}\n类型: 单一来源采购公示\n${source}`)[0]).toBe(
      '异议 向示例学校提出',
    );
    expect(only('procurement/2026/plan', `${buyer}\n类型: 采购意向\n预计采购时间: 2026-05`)).toEqual([
      office,
    ]);
  });
});
