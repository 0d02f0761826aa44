import { describe, expect, test } from 'vitest';
import { readAnnouncement } from '../../../src/core/corpus/meaning.ts';
import { parseTree } from '../../../src/core/corpus/tree.ts';

const HEAD = {
  tender: `标题: 示例路改造工程施工招标公告
类别: 建设工程
类型: 招标公告
发布时间: 2026-03-02 09:00
地区: 高明区
项目编号: GM-1
招标人: 示例中心
文件获取开始: 2026-03-03
文件获取结束: 2026-03-20`,
  land: `标题: 示例地块挂牌出让公告
类别: 土地
类型: 国有建设用地使用权出让公告
发布时间: 2026-03-02
地区: 高明区
项目编号: GM-1
出让人: 示例局
出让方式: 挂牌
报名截止: 2026-04-01 17:00
挂牌截止: 2026-04-03 10:00`,
  sold: `标题: 示例地块成交公示
类别: 土地
类型: 成交公示
关联公告: a
发布时间: 2026-04-07
项目编号: GM-1
出让人: 示例局
交易结束日期: 2026-04-03`,
  award: `标题: 示例项目中标（成交）结果公告
类别: 政府采购
类型: 中标（成交）结果公告
关联公告: a
发布时间: 2026-03-12 16:00
项目编号: GM-1
采购人: 示例中学
中标供应商: 示例公司
中标金额: 56万元`,
  candidates: `标题: 示例路改造工程中标候选人公示
类别: 建设工程
类型: 中标候选人公示
关联公告: a
发布时间: 2026-03-30 10:00
项目编号: GM-1
招标人: 示例中心
公示开始: 2026-03-31
公示结束: 2026-04-02
异议渠道: 向招标人书面提出`,
};

function read(head: keyof typeof HEAD, lines: string) {
  const { announcement, findings } = readAnnouncement(
    'a.md',
    parseTree(`${HEAD[head]}\n${lines}\n`, 2).tree!,
  );
  return { codes: findings.map(({ code }) => code), ...(announcement as object | undefined) } as Record<
    string,
    unknown
  >;
}

const tender = (lines: string) => read('tender', `预算金额: 300万元\n投标截止: 2026-03-26 09:30\n${lines}`);
const fact = (name: string, content: string) => [{ name, content }];

describe('值后面的说明', () => {
  test.each([
    ['2026年3月26日09时30分（以系统时间为准）', '以系统时间为准'],
    ['2026年3月26日9:30，以系统时间为准', '以系统时间为准'],
    ['2026年3月26日 9时30分 （节假日除外）', '节假日除外'],
    ['2026-03-26 09:30（北京时间，节假日除外）', '北京时间，节假日除外'],
  ])('时间“%s”是时间，说明留在其他事项', (text, remark) => {
    expect(read('tender', `预算金额: 300万元\n投标截止: ${text}`)).toMatchObject({
      codes: [],
      bidDeadline: '2026-03-26T09:30:00+08:00',
      otherFacts: fact('投标截止说明', remark),
    });
  });

  test.each([
    ['是，联合体成员不超过3家', true, '联合体成员不超过3家'],
    ['接受（成员不超过3家）', true, '成员不超过3家'],
    ['否；详见招标文件', false, '详见招标文件'],
  ])('“接受联合体: %s”先答是否，后面的话留着', (text, consortium, remark) => {
    expect(tender(`接受联合体: ${text}`)).toMatchObject({
      codes: [],
      consortium,
      otherFacts: fact('接受联合体说明', remark),
    });
  });

  test('选项、电话和金额后面的话也是', () => {
    expect(
      tender(`招标方式: 公开招标（电子招标）
联系电话: 0757-88880001（陈工）
投标保证金: 20万元（2026年3月25日17:00前到账）
最高投标限价: 290万元（账号4400123456）`),
    ).toMatchObject({
      codes: ['F305'],
    });
    expect(tender('招标方式: 公开招标（电子招标）\n联系电话: 0757-88880001（陈工）')).toMatchObject({
      codes: [],
      method: 'open',
      contactPhone: '0757-88880001',
      otherFacts: [...fact('招标方式说明', '电子招标'), ...fact('联系电话说明', '陈工')],
    });
  });

  test('没有定下来的，原样留在其他事项；必须有的仍然要问', () => {
    expect(tender('开标时间: 另行通知\n异议截止: /')).toMatchObject({
      codes: [],
      otherFacts: [...fact('开标时间', '另行通知'), ...fact('异议截止', '/')],
    });
    expect(read('tender', '预算金额: 300万元\n投标截止: 另行通知').codes).toEqual(['F301']);
  });

  test.each([
    '2026年3月26日09:30，2026年3月27日09:30',
    '2026年3月26日09:30（延期至2026年3月30日09:30）',
    '2026年3月26日09:30（改为10:30）',
  ])('“%s”有两个时间，不替人选', (text) => {
    expect(read('tender', `预算金额: 300万元\n投标截止: ${text}`).codes).toEqual(['F301']);
  });

  test('自相矛盾的面积不会因为拆开就没有人问', () => {
    const plot = '宗地编号: TD-1\n位置: 示例路\n用途: 工业用地\n面积: 32917.91平方米(合60亩)';
    expect(read('land', plot).codes).toEqual(['F306']);
  });

  test.each(['300万元，305万元', '300万元（每年100万元）', '300万元（三年）'])(
    '金额“%s”有两个意思，不替人选',
    (text) => {
      expect(read('tender', `投标截止: 2026-03-26 09:30\n预算金额: ${text}`).codes).toEqual(['F305']);
    },
  );
});

test('代理服务费后面的标准归到代理服务费标准；已经写了标准的，留在其他事项', () => {
  const fee = '代理服务费: 1.2万元，按原计价格〔2002〕1980号下浮20%收取';
  expect(read('award', fee)).toMatchObject({
    codes: [],
    agencyFeeFen: 1_200_000,
    agencyFeeStandard: '按原计价格〔2002〕1980号下浮20%收取',
  });
  expect(read('award', `${fee}\n代理服务费标准: 固定收取`)).toMatchObject({
    codes: [],
    agencyFeeStandard: '固定收取',
    otherFacts: fact('代理服务费说明', '按原计价格〔2002〕1980号下浮20%收取'),
  });
});

describe('地块', () => {
  const plot = '编号: TD-1\n位置: 示例路以北\n面积: 3000㎡\n用途: 工业用地';
  const indented = (code: string) => `  - ${plot.replace('TD-1', code).replaceAll('\n', '\n    ')}`;

  test('只有一块地，各栏直接写在公告里，也是一块地', () => {
    expect(
      read(
        'land',
        '宗地编号: TD-1\n土地位置: 示例路以北\n土地面积: 3000㎡\n土地用途: 工业用地\n容积率: ≤2.5',
      ),
    ).toMatchObject({
      codes: [],
      parcels: [{ code: 'TD-1', location: '示例路以北', use: '工业用地', plotRatio: '≤2.5' }],
    });
  });

  test('写在地块外面的交地条件，是每一块地的', () => {
    const { codes, parcels } = read(
      'land',
      `地块:\n${indented('TD-1')}\n${indented('TD-2')}\n交地条件: 现状交付`,
    );
    expect({ codes, parcels }).toMatchObject({
      codes: [],
      parcels: [
        { code: 'TD-1', handover: '现状交付' },
        { code: 'TD-2', handover: '现状交付' },
      ],
    });
  });

  test('有的地块自己写了的，问清楚', () => {
    const own = `${indented('TD-1')}\n    交地条件: 净地`;
    expect(read('land', `地块:\n${own}\n${indented('TD-2')}\n交地条件: 现状交付`).codes).toEqual(['F201']);
  });

  test.each(['20000万元（楼面地价2430.3元/平方米）', '20000万元，楼面地价：2430.3元/平方米'])(
    '成交价“%s”里的楼面地价归到楼面地价',
    (text) => {
      expect(
        read('sold', `成交地块:\n${indented('TD-1')}\n    结果: 成交\n    成交价: ${text}`),
      ).toMatchObject({
        codes: [],
        grants: [{ priceFen: 20_000_000_000, floorPrice: '2430.3元/平方米' }],
      });
    },
  );

  test('地块里没有地方放的说明，留在其他事项，写明是哪一块', () => {
    const text = '3960万元（账户4400）';
    expect(read('land', `地块:\n${indented('TD-1')}\n    保证金: ${text}`)).toMatchObject({
      codes: [],
      otherFacts: fact('TD-1保证金说明', '账户4400'),
    });
  });
});

describe('候选人', () => {
  test('第一、第二中标候选人各写一行，就是有排名的候选人', () => {
    expect(read('candidates', '第一中标候选人: 甲公司\n第二中标候选人: 乙公司')).toMatchObject({
      codes: [],
      candidates: [
        { rank: 1, name: '甲公司' },
        { rank: 2, name: '乙公司' },
      ],
    });
  });

  test('下面分栏写的也是；只列名称的一项一行', () => {
    expect(read('candidates', '第一中标候选人:\n  名称: 甲公司\n  报价: 341.2万元')).toMatchObject({
      codes: [],
      candidates: [{ rank: 1, name: '甲公司', bidFen: 341_200_000 }],
    });
    expect(read('candidates', '中标候选人:\n  - 甲公司\n  - 乙公司')).toMatchObject({
      codes: [],
      candidates: [{ name: '甲公司' }, { name: '乙公司' }],
    });
  });
});

test('一行写明截止和开标两个时间的，是两栏；没有写明日子的公示期照原样留着', () => {
  expect(
    read('tender', '预算金额: 300万元\n投标文件递交截止时间、开标时间: 2026年3月26日9:30'),
  ).toMatchObject({
    codes: [],
    bidDeadline: '2026-03-26T09:30:00+08:00',
    openingAt: '2026-03-26T09:30:00+08:00',
  });
  expect(read('candidates', '公示期: 3日\n第一中标候选人: 甲公司')).toMatchObject({
    codes: ['F334'],
    otherFacts: fact('公示期', '3日'),
  });
});

test('候选人公示只写了开标的日子，照原样留着；招标公告的要问钟点', () => {
  expect(read('candidates', '开标时间: 2026年3月3日\n第一中标候选人: 甲公司')).toMatchObject({
    codes: [],
    otherFacts: fact('开标时间', '2026年3月3日'),
  });
  expect(tender('开标时间: 2026年3月26日').codes).toEqual(['F301']);
});
