import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base, checkTree, placesOf } from '../fixtures.ts';

const path = 'announcements/general/2026/notice.md';

const fields = [
  '标题: 放假通知',
  '类别: 通知公告',
  '类型: 通知',
  '发布时间: 2026-03-30 10:00',
  '发布单位: 示例中心',
  '生效日期: 2026-02-30',
  '联系电话: 13812345678',
  '联系电号: 1',
  '来源: 示例平台',
];

/** The faults that the fields and the body above have of their own, by the beginning of their line. */
const own: Readonly<Record<string, readonly string[]>> = {
  生效日期: ['F302'],
  联系电话: ['P104'],
  联系电号: ['F201'],
  '现<b>予</b>': ['C101'],
  身份证号: ['P101'],
};
const body = ['', '现<b>予</b>通知。', '', '身份证号 11010519491231002X。', ''];

const textOf = (lines: readonly string[], after: readonly string[] = body, fences = ['---', '---']): string =>
  [fences[0], ...lines, fences[1], ...after].filter((line) => line !== undefined).join('\n');

/** Findings as `F302 生效日期`: the code and the line at which it stands, up to what is not of interest. */
function found(text: string): readonly string[] {
  const lines = text.split('\n');
  const { findings } = checkTree({ ...base, [path]: text });
  return findings
    .map(({ code, file, line }) => `${code} ${file === path ? (lines[line - 1] ?? '') : file}`)
    .toSorted();
}

/** What is found of the lines that a fault of form leaves alone. */
const expectedOf = (lines: readonly string[], faults: readonly string[]): readonly string[] =>
  [
    ...lines.flatMap((line) =>
      (Object.entries(own).find(([start]) => line.startsWith(start))?.[1] ?? []).map(
        (code) => `${code} ${line}`,
      ),
    ),
    ...faults,
  ].toSorted();

test('没有写法上的毛病时，各有各的问题', () => {
  expect(found(textOf(fields))).toEqual(expectedOf([...fields, ...body], []));
});

/** Lines that spoil the writing, each with the fault that is told of the first of them, or of another of them. */
const spoilers: readonly [string, readonly string[], string][] = [
  ['缺了冒号', ['联系人 陈工'], 'F108 联系人 陈工'],
  ['几行没有冒号', ['这里是一段话', '又是一段话'], 'F108 这里是一段话'],
  ['引号只有一半', ['联系人: "陈工'], 'F108 联系人: "陈工'],
  ['单引号只有一半', ["联系人: '陈工"], "F108 联系人: '陈工"],
  ['方括号只有一半', ['旧网址: [/a, /b'], 'F108 旧网址: [/a, /b'],
  ['两个冒号', ['联系人: 陈工: 甲'], 'F108 联系人: 陈工: 甲'],
  ['缩进不齐', ['旧网址:', '  - /a', ' - /b'], 'F108  - /b'],
  ['以特殊符号开头', ['联系人: @陈工'], 'F108 联系人: @陈工'],
  ['锚点', ['联系人: &a 陈工'], 'F112 联系人: &a 陈工'],
  ['标签', ['联系人: !a 陈工'], 'F112 联系人: !a 陈工'],
  ['注释', ['联系人: 陈工 # 甲'], 'F112 联系人: 陈工 # 甲'],
  ['以“#”开头的值', ['联系人: #1 陈工'], 'F112 联系人: #1 陈工'],
  ['写了两次', ['联系人: 甲', '联系人: 乙'], 'F109 联系人: 乙'],
  ['没有栏目名', [': 陈工'], 'F111 : 陈工'],
  ['层次太深', [`联系人: ${'['.repeat(60)}`], `F116 联系人: ${'['.repeat(60)}`],
  [
    '栏目里面写了两次',
    ['附件:', '  - 文件: a.pdf', '    文件: b.pdf', '    名称: 表'],
    'F109     文件: b.pdf',
  ],
];

describe('写法上的毛病只说一条，不掩盖别的问题', () => {
  test.each(spoilers)('%s', (_name, lines, fault) => {
    const all = [...fields, ...lines];
    expect(found(textOf(all))).toEqual(expectedOf([...fields, ...body], [fault]));
  });

  test('放在哪一行、同时有几种，都一样', () => {
    const some = fc.uniqueArray(fc.constantFrom(...spoilers.slice(0, 14)), {
      maxLength: 3,
      selector: ([, [first]]) => first!.slice(0, 3),
    });
    fc.assert(
      fc.property(some, fc.shuffledSubarray(fields, { minLength: fields.length }), (chosen, order) => {
        // After its field a line without a colon would be the rest of that field's text.
        const all = [...chosen.flatMap(([, lines]) => ['专栏备注: 甲', ...lines]), ...order];
        const isTold = (place: string): boolean => !place.includes('专栏备注');
        const faults = chosen.map(([, , fault]) => fault);
        expect(found(textOf(all)).filter(isTold)).toEqual(expectedOf([...fields, ...body], faults));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test.each(['标题', '类别', '类型', '发布时间', '发布单位'])(
    '“%s”后面没有冒号，不再说缺少这一栏',
    (label) => {
      // The line above is taken for the rest of it, so it is one with nothing to find.
      const all = ['来源: 示例平台', ...fields.slice(0, -1).map((line) => line.replace(`${label}:`, label))];
      expect(found(textOf(all))).toEqual(
        expectedOf([...fields, ...body], [`F108 ${all.find((line) => line.startsWith(`${label} `))!}`]),
      );
    },
  );

  test('附件那一栏读不出来，不再说文件夹里的文件没有写', () => {
    const text = textOf([...fields, '附件:', '  - 文件: 表.txt', '  名称: 表'], ['', '见[表](表.txt)。']);
    const { findings } = checkTree({
      ...base,
      'announcements/general/2026/notice/index.md': text,
      'announcements/general/2026/notice/表.txt': '甲',
    });
    expect(placesOf(findings).filter((place) => /^[AF]1/u.test(place))).toHaveLength(1);
  });
});

describe('类别、类型不对，别的栏目照样检查', () => {
  test.each([
    ['没有这种类型', '类型: 通知', '类型: 通之', 'F204 类型: 通之'],
    ['没有这个类别', '类别: 通知公告', '类别: 通知公示', 'F204 类别: 通知公示'],
    ['类型没有写内容', '类型: 通知', '类型:', 'F206 类型:'],
    ['类型写成了列表', '类型: 通知', '类型: [通知]', 'F207 类型: [通知]'],
    ['类别的栏目名写错', '类别: 通知公告', '类刖: 通知公告', 'F201 类刖: 通知公告'],
    ['类型读不出来', '类型: 通知', '类型: "通知', 'F108 类型: "通知'],
  ])('%s', (_name, from, to, fault) => {
    const all = fields.map((line) => (line === from ? to : line));
    expect(found(textOf(all))).toEqual(expectedOf([...fields, ...body], [fault]));
  });

  test('没有写类型，也没有写标题，各说一条', () => {
    const all = fields.filter((line) => !/^(?:类型|标题)/u.test(line));
    expect(found(textOf(all)).filter((place) => place.startsWith('F202'))).toHaveLength(2);
  });

  test('别的类别才有的栏目，按它在那里的写法检查', () => {
    const all = [
      '标题: 甲',
      '类别: 建设工程',
      '类型: 招标公示',
      '发布时间: 2026-03-30 10:00',
      '投标截止: 明天',
      '预算金额: 100',
    ];
    expect(found(textOf(all, ['', '正文。']))).toEqual(
      ['F204 类型: 招标公示', 'F301 投标截止: 明天', 'F304 预算金额: 100'].toSorted(),
    );
  });

  test.each([
    ['类型写错', '类别: 政府采购', '类型: 公开招标告示', ['F204 类型: 公开招标告示']],
    ['类型说不清是哪一种', '类别: 政府采购', '类型: 采购公告', ['F204 类型: 采购公告']],
    ['没有写类型', '类别: 政府采购', '', ['F202 标题: 甲']],
    ['类别写错', '类别: 通知公告', '类型: 公开招标公告', ['F204 类型: 公开招标公告']],
  ])('%s，哪一种公告用得上的栏目和别名都不说“没有这一栏”', (_name, category, type, faults) => {
    const all = [
      ...['标题: 甲', category, ...(type ? [type] : []), '公告发布时间: 2026-03-30 10:00'],
      ...[
        '采购单位: 示例学校',
        '采购预算: 100万元',
        '预算金额（万元）: 100',
        '文件获取时间: 2026年3月30日至4月9日',
      ],
      ...['截标时刻: 2026-04-28 09:30', '投标文件递交截止: 2026-04-28 09:30'],
    ];
    expect(found(textOf(all, ['', '正文。']))).toEqual(faults.toSorted());
  });

  test('类型不清楚，哪一种公告都没有、像是写错的栏目照样说', () => {
    const all = ['标题: 甲', '类别: 政府采购', '类型: 公告公告', '发布时问: 2026-03-30 10:00'];
    expect(found(textOf(all, ['', '正文。']))).toEqual(
      ['F204 类型: 公告公告', 'F201 发布时问: 2026-03-30 10:00'].toSorted(),
    );
  });

  test('地区不对也照样说', () => {
    expect(
      found(textOf(['地区: 火星', ...fields.map((line) => line.replace('类型: 通知', '类型: 通之'))])),
    ).toContain('F209 地区: 火星');
  });
});

describe('“---”写错了，栏目和正文照样检查', () => {
  const fenced: readonly [string, string, string][] = [
    ['第一行的短横是中文的', textOf(fields, body, ['－－－', '---']), 'F103 －－－'],
    ['第一行后面多了字', textOf(fields, body, ['---yaml', '---']), 'F110 ---yaml'],
    ['前面有空行', `\n\n${textOf(fields)}`, 'F103 '],
    ['没有第一行', textOf(fields).replace('---\n', ''), `F103 ${fields[0]}`],
    ['没有结束的一行', [...['---', ...fields], ...body].join('\n'), 'F103 ---'],
    ['结束的一行后面多了字', textOf(fields, body, ['---', '--- 正文']), 'F103 --- 正文'],
    ['结束的一行是中文的', textOf(fields, body, ['---', '———']), 'F103 ---'],
    ['首尾都没有', [...fields, ...body].join('\n'), `F103 ${fields[0]}`],
    ['栏目里有一行以“---”开头', textOf([...fields, '--- 甲']), 'F103 --- 甲'],
  ];

  test.each(fenced)('%s', (_name, text, fault) => {
    expect(found(text)).toEqual(expectedOf([...fields, ...body], [fault]));
  });

  test('没有栏目的一篇文章，只说第一行', () => {
    expect(found('现<b>予</b>通知。\n\n---\n\n第二段。\n')).toEqual([
      'C101 现<b>予</b>通知。',
      'F103 现<b>予</b>通知。',
    ]);
  });
});

test('标识和别人一样的公告，自己的问题也说', () => {
  const text = textOf(fields);
  const { findings } = checkTree({
    ...base,
    [path]: textOf(fields.slice(0, 5), ['', '正文。']),
    'announcements/general/2026/notice/index.md': text,
  });
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    new Set(['F402', 'F302', 'P104', 'F201', 'C101', 'P101']),
  );
});

test('页面的栏目写错了，正文照样检查', () => {
  const page = ['---', '标题: "帮助', '说明: 帮助', '---', ...body].join('\n');
  const { findings } = checkTree({ ...base, 'pages/more.md': page });
  expect(placesOf(findings)).toEqual([
    'C101 pages/more.md:6',
    'F108 pages/more.md:2',
    'P101 pages/more.md:8',
  ]);
});

test('设置文件的一行写错了，别的栏目照样检查', () => {
  const site = String(base['site.yaml'])
    .replace(/^网址:.*$/mu, '网址: "x')
    .replace(/^联系电话:.*$/mu, '联系电话: 1');
  const { findings } = checkTree({ ...base, 'site.yaml': site });
  expect(findings.map(({ code, field }) => `${code} ${field ?? ''}`.trim())).toEqual([
    'F108',
    'S101 联系电话',
  ]);
});
