import { describe, expect, test } from 'vitest';
import { readAnnouncement } from '../../../src/core/corpus/meaning.ts';
import { parseTree } from '../../../src/core/corpus/tree.ts';

const tender = (lines: string): string => `标题: 校服采购公开招标公告
类别: 政府采购
类型: 公开招标公告
发布时间: 2026-03-02 09:00
地区: 高明区
项目编号: GM-1
采购人: 示例学校
预算金额: 358.6万元
采购需求: 校服两千套
投标截止: 2026-03-25 09:30
${lines}`;

function read(lines: string) {
  const { announcement, findings } = readAnnouncement('a.md', parseTree(tender(lines), 2).tree!);
  const { documentsFrom, documentsUntil, otherFacts } = (announcement ?? {}) as Record<string, unknown>;
  return { codes: findings.map(({ code }) => code), documentsFrom, documentsUntil, otherFacts };
}

const fact = (name: string, content: string) => [{ name, content }];

describe('一行写明的起止时间', () => {
  test.each([
    '2026年3月4日至2026年3月11日',
    '2026年3月4日至3月11日',
    '2026年3月4日至11日',
    '自2026年3月4日起至2026年3月11日止',
    '2026-03-04 至 2026-03-11',
    '2026.3.4—2026.3.11',
    '2026/3/4~2026/3/11',
  ])('“文件获取时间: %s”就是开始和结束两栏', (text) => {
    expect(read(`文件获取时间: ${text}`)).toEqual({
      codes: [],
      documentsFrom: '2026-03-04',
      documentsUntil: '2026-03-11',
      otherFacts: undefined,
    });
  });

  test.each([
    '2026年3月4日至2026年3月11日，每天上午9:00至12:00，下午14:30至17:30（法定节假日除外）',
    '2026年3月4日09:30至2026年3月11日17:30（每天上午00:00至12:00）',
    '2026年3月4日 09:30 至 3月11日 17:30',
    '2026年3月4日09:30至2026年3月12日00:00',
  ])('“%s”里的钟点和说明一字不差地留着', (text) => {
    const { codes, documentsFrom, documentsUntil, otherFacts } = read(`获取招标文件时间: ${text}`);
    expect({ codes, documentsFrom, documentsUntil }).toEqual({
      codes: [],
      documentsFrom: '2026-03-04',
      documentsUntil: '2026-03-11',
    });
    expect(JSON.stringify(otherFacts)).toContain(/每天.*/u.exec(text)?.[0] ?? text.slice(-5));
  });

  test('分两栏写、带了钟点的，日子归日子，钟点留在其他事项', () => {
    const text = '2026年3月11日 17:30（每天上午8:30至12:00）';
    expect(read(`文件获取开始: 2026年3月4日\n文件获取结束: ${text}`)).toEqual({
      codes: [],
      documentsFrom: '2026-03-04',
      documentsUntil: '2026-03-11',
      otherFacts: fact('文件获取结束', text),
    });
  });

  test('已经有的其他事项还在', () => {
    const { otherFacts } = read(
      '文件获取时间: 2026年3月4日至3月11日，节假日除外\n其他事项:\n  - 名称: 评标办法\n    内容: 综合评分法',
    );
    expect(otherFacts).toEqual([
      ...fact('评标办法', '综合评分法'),
      ...fact('文件获取时间', '2026年3月4日至3月11日，节假日除外'),
    ]);
  });

  test.each(['五个工作日', '另行通知', '2026年3月4日起', '2026年2月30日至3月4日'])(
    '“%s”不是起止时间，不替人猜',
    (text) => {
      expect(new Set(read(`文件获取时间: ${text}`).codes)).toEqual(new Set(['F201', 'F202']));
    },
  );

  test('教人贴进其他事项的那一行，看的是他写的，不是读出来的', () => {
    const lines = '文件获取时间: 2026年3月4日至3月11日，节假日除外\n评标办法:\n  - 甲: 综合评分法';
    const { findings } = readAnnouncement('a.md', parseTree(tender(lines), 2).tree!);
    expect(findings.map(({ code, help }) => `${code} ${help}`)).toEqual([
      expect.stringMatching(/^F201 其他事项: \[\{名称: 评标办法/u),
    ]);
  });

  test('开始和结束已经写了的，不再从一行里拆', () => {
    const { codes } = read(
      '文件获取开始: 2026-03-04\n文件获取结束: 2026-03-11\n文件获取时间: 2026年3月5日至3月12日',
    );
    expect(codes).toEqual(['F201']);
  });
});

describe('一栏名里写了两样的', () => {
  const both = (name: string, more = ''): unknown => {
    const text = tender(`文件获取时间: 2026年3月4日至11日\n${more}`).replace(
      '投标截止: 2026-03-25 09:30',
      `${name}: 2026年3月25日上午9时30分整`,
    );
    const { announcement, findings } = readAnnouncement('a.md', parseTree(text, 2).tree!);
    const { bidDeadline, openingAt } = (announcement ?? {}) as Record<string, unknown>;
    return { codes: findings.map(({ code }) => code), bidDeadline, openingAt };
  };
  const at = '2026-03-25T09:30:00+08:00';

  test.each(['投标截止时间（开标时间）', '递交投标文件截止时间及开标时间', '开标时间（投标截止时间）'])(
    '“%s”是截止，也是开标',
    (name) => {
      expect(both(name)).toEqual({ codes: [], bidDeadline: at, openingAt: at });
    },
  );

  test('另外还写了开标时间的，不替人选', () => {
    expect(both('投标截止时间（开标时间）', '开标时间: 2026-03-25 10:00')).toMatchObject({
      bidDeadline: undefined,
    });
  });
});
