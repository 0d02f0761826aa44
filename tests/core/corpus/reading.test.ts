import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { base, checkTree, onDisk, placesOf, type Tree } from '../fixtures.ts';
import { processorSeconds } from '../../processor.ts';

const folder = 'announcements/general/2026';
const head = `标题: 放假通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
`;
const text = (fields = '', body = '现予通知。\n', fence = '---') =>
  `${fence}\n${head}${fields}---\n\n${body}`;
const file = (content: string | Uint8Array, name = 'notice.md'): Tree => ({ [`${folder}/${name}`]: content });
const read = (...trees: readonly Tree[]) => {
  const { corpus, findings } = checkTree(Object.assign({}, base, ...trees) as Tree);
  const codes = placesOf(findings).map((place) => place.replace(`${folder}/`, ''));
  const entry = corpus.entries.find(({ id }) => id === 'notice');
  return {
    corpus,
    findings,
    codes,
    entry,
    announcement: entry?.announcement as Record<string, unknown> | undefined,
  };
};

/** Milliseconds that a test may wait for its turn on a busy machine. */
const PATIENT = 60_000;

describe('第一行的“---”后面跟着别的字，一律不执行', () => {
  test.each([
    '---js',
    '--- js',
    '---JS',
    '---javascript',
    '---json',
    '---coffee',
    '---yaml',
    '---constructor',
    '---toString',
    '---__proto__',
  ])('%s', (fence) => {
    const { codes } = read(file(`${fence}\n({ run: (globalThis.ranFrontMatter = true) })\n---\n\n正文。\n`));
    expect(codes).toEqual(['F110 notice.md:1']);
    expect((globalThis as { ranFrontMatter?: boolean }).ranFrontMatter).toBeUndefined();
  });

  test('放在正文里也不执行', () => {
    const { codes } = read(file(text('', '---js\nglobalThis.ranFrontMatter = true\n---\n')));
    expect(codes).toEqual([]);
    expect((globalThis as { ranFrontMatter?: boolean }).ranFrontMatter).toBeUndefined();
  });
});

describe('换行和首尾', () => {
  test.each([
    ['Windows 的换行', text().replaceAll('\n', '\r\n')],
    ['老式 Mac 的换行', text().replaceAll('\n', '\r')],
    ['“---”后面有空格', text().replaceAll('---\n', '---  \n')],
    ['栏目前后有空行', text().replace('---\n', '---\n\n').replace('---\n\n现', '\n---\n\n现')],
  ])('%s，读出来一样，行号也对', (_name, content) => {
    const { codes, announcement, entry } = read(file(content));
    expect(codes).toEqual([]);
    expect(announcement).toMatchObject({ title: '放假通知', publishedAt: '2026-03-30T10:00:00+08:00' });
    expect(entry?.body.trim()).toBe('现予通知。');
    const lines = content.split(/\r\n|\r|\n/u);
    expect(entry?.bodyLine).toBe(lines.lastIndexOf('现予通知。'));
  });

  test.each([
    ['空文件', '', 'F103 notice.md:1'],
    ['没有结束的“---”', `---\n${head}\n正文。\n`, 'F103 notice.md:1'],
    ['“---”前面有空行', `\n${text()}`, 'F103 notice.md:1'],
    ['用了中文短横', text('', '正文', '－－－'), 'F103 notice.md:1'],
    ['两条“---”中间什么也没有', '---\n---\n\n正文。\n', 'F111 notice.md:1'],
    ['只有一行说明', '---\n# 说明\n---\n\n正文。\n', 'F111 notice.md:1'],
  ])('%s', (_name, content, code) => {
    expect(read(file(content)).codes).toEqual([code]);
  });
});

describe('写成什么就是什么', () => {
  test.each([
    ['0123', '0123'],
    ['1:30', '1:30'],
    ['1_000', '1_000'],
    ['yes', 'yes'],
    ['null', 'null'],
    ['~', '~'],
    ['0x1F', '0x1F'],
    ['1e3', '1e3'],
    ['2026-03-02', '2026-03-02'],
    ['12345678901234567890', '12345678901234567890'],
    ["'  # 号'", '# 号'],
    ['"带引号"', '带引号'],
  ])('文号: %s', (written, value) => {
    const { codes, announcement } = read(file(text(`文号: ${written}\n`)));
    expect(codes).toEqual([]);
    expect(announcement?.['documentCode']).toBe(value);
  });
});

describe('YAML 的花样', () => {
  test.each([
    ['锚点和别名', '联系人: &a 陈工\n文号: *a\n', ['F112 notice.md:7', 'F112 notice.md:8']],
    ['栏目名上的锚点', '&a 联系人: 陈工\n', ['F112 notice.md:7']],
    ['标签', '联系人: !!js/function "function () {}"\n', ['F112 notice.md:7']],
    ['两个相同的栏目', '联系人: 陈工\n联系人: 陈工\n', ['F109 notice.md:8']],
    ['列表里两个相同的栏目', '附件:\n  - 文件: a.pdf\n    文件: b.pdf\n    名称: 表\n', ['F109 notice.md:9']],
    ['没有栏目名', ': 陈工\n', ['F111 notice.md:7']],
    ['引号只有一半', '联系人: "陈工\n文号: 1\n', ['F108 notice.md:7']],
    ['缺了冒号', '联系人 陈工\n', ['F108 notice.md:7']],
    ['缩进不齐', '旧网址:\n  - /a\n - /b\n', ['F108 notice.md:9']],
    ['写了 __proto__', '__proto__: 甲\nconstructor: 乙\n', ['F201 notice.md:7', 'F201 notice.md:8']],
    ['__proto__ 里再写一层', '__proto__:\n  polluted: 甲\n', ['F201 notice.md:7']],
  ])('%s', (_name, fields, codes) => {
    expect(read(file(text(fields))).codes).toEqual(codes);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  const bombs: readonly [string, string, readonly string[]][] = [
    [
      '别名炸弹',
      `联系人: &a [甲, 甲]\n${[...'bcdefghijkl'].map((name, at) => `${name}: &${name} [${`*${'abcdefghijkl'[at]!}, `.repeat(9)}]`).join('\n')}\n`,
      // The fields that carry it are none that an announcement has.
      ['F112', 'F201'],
    ],
    ['一行里套一千层', `联系人: ${'['.repeat(1000)}\n`, ['F116']],
    ['一行一层套一万层', `联系人:\n${' [\n'.repeat(10_000)}`, ['F116']],
    [
      '缩进一千层',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}甲:\n`).join(''),
      ['F116'],
    ],
    ['短横一千层', `${'- '.repeat(1000)}甲\n`, ['F116']],
    ['六万个栏目', Array.from({ length: 60_000 }, (_, n) => `k${n}:\n`).join(''), ['F201']],
    [
      '一万五千个表里没有的中文栏目',
      Array.from({ length: 15_000 }, (_, n) => `示例事项${n}: 内容\n`).join(''),
      ['F334'],
    ],
  ];

  test.each(bombs)(
    '%s，处理器用不到五秒就报出来',
    (_name, fields, codes) => {
      let found: readonly string[] = [];
      const seconds = processorSeconds(() => {
        found = read(file(text(fields))).findings.map(({ code }) => code);
      });
      expect(seconds).toBeLessThan(5);
      expect([...new Set(found)]).toEqual(codes);
    },
    PATIENT,
  );

  const bodies: readonly [string, string][] = [
    ['没有分隔行的五千行表格', '| 甲 | 乙 |\n'.repeat(5000)],
    ['有分隔行的两万行表格', `| 甲 | 乙 |\n| --- | --- |\n${'| 一 | 二 |\n'.repeat(20_000)}`],
    ['五万个左方括号', '['.repeat(50_000)],
    ['十万个左尖括号', '<'.repeat(100_000)],
    ['十万个没有结束的注释', '<!--'.repeat(100_000)],
    ['两千层引用', `${'>'.repeat(2000)} 甲`],
    ['五百层列表', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n')],
    ['十万个写成文字的标签', '&lt;b&gt;'.repeat(50_000)],
    ['十万个没有结束的加粗', '** '.repeat(100_000)],
    ['十万个星号', '*甲 '.repeat(100_000)],
  ];

  test.each(bodies)(
    '正文里有%s，处理器用不到五秒就查完',
    (_name, body) => {
      expect(processorSeconds(() => read(file(text('', body))))).toBeLessThan(5);
    },
    PATIENT,
  );
});

describe('标识', () => {
  test('两份公告同一个标识，说后面的那一份', () => {
    const { codes, corpus } = read(file(text()), file(text(), 'notice/index.md'));
    expect(codes).toEqual(['F402 notice.md:1']);
    expect(corpus.ids.size).toBe(2);
  });

  test('只差大小写的，说大写的那一份', () => {
    expect(read(file(text()), file(text().replace('标题: ', '标题: 另一份'), 'Notice.md')).codes).toEqual([
      'F401 Notice.md:1',
    ]);
  });

  test.each(['公告', 'a--b', '-a', 'a-', 'a_b', 'a b', 'a.b'])('“%s”不能作标识', (id) => {
    expect(read(file(text(), `${id}.md`)).codes).toEqual([`F401 ${id}.md:1`]);
  });

  test('网站自己用的文件名 index 不能作标识', () => {
    expect(read(file(text(), 'index/index.md')).codes).toEqual(['F401 index/index.md:1']);
  });
});

describe('放错的文件', () => {
  test('没有 index.md 的公告文件夹', () => {
    expect(read(file('x', 'empty/公告.txt')).codes).toEqual(['F404 empty:1']);
  });

  test('公告的文件夹里还有文件夹', () => {
    expect(read(file(text(), 'notice/index.md'), file('x', 'notice/sub/表.txt')).codes).toEqual([
      'A103 notice/index.md:2',
    ]);
  });

  test('系统自己留下的文件不算', () => {
    const left = {
      '.DS_Store': 'x',
      'announcements/.DS_Store': 'x',
      'pages/.help.md.swp': 'x',
      'announcements/general/desktop.ini': 'x',
    };
    const beside = file('x', 'notice/~$表.docx');
    expect(read(file(text(), 'notice/index.md'), file('x', 'notice/Thumbs.db'), beside, left).codes).toEqual(
      [],
    );
  });

  test('内容文件夹不存在，也说得出来', () => {
    expect(placesOf(checkTree({}).findings)).toEqual(['S101 site.yaml:1', 'S105 announcements:1']);
  });

  test('栏目读不出来的时候，不再说正文里的附件找不到', () => {
    const broken = text('联系人: 陈工: 甲\n附件:\n  - 文件: 表.txt\n    名称: 表\n', '见[表](表.txt)。\n');
    expect(read(file(broken, 'notice/index.md'), file('x', 'notice/表.txt')).codes).toEqual([
      'F108 notice/index.md:7',
    ]);
  });

  test('附件名只差大小写或者结尾，给出文件夹里的那个', () => {
    const named = text('附件:\n  - 文件: 表.PDF\n    名称: 表\n');
    const { findings } = read(file(named, 'notice/index.md'), file('x', 'notice/表.pdf'));
    expect(findings.find(({ code }) => code === 'A101')?.help).toMatch(/^文件: 表.pdf；/u);
  });
});

describe('键盘的毛病不掩盖别的问题', () => {
  test('同一份文件里的毛病一次说全，位置都是文件里的位置', () => {
    const fields =
      '联系人：陈工\n  联系电号: 1\n'.replace('  联', '联') + '生效日期：2026-02-30\n失效日期:2026-01-01\n';
    const { findings } = read(file(text(fields)));
    expect(findings.map(({ code, line, column, length }) => [code, line, column, length])).toEqual([
      ['F104', 7, 4, 1],
      ['F201', 8, 1, 4],
      ['F104', 9, 5, 1],
      ['F302', 9, 6, 10],
      ['F105', 10, 5, 1],
    ]);
  });

  test('日期先后不对的，指着文件里的那几个字，改成的是整行', () => {
    const { findings } = read(file(text('生效日期：2026-04-05\n失效日期:2026-04-01\n')));
    expect(findings.map(({ code, line, column, length }) => [code, line, column, length])).toEqual([
      ['F104', 7, 5, 1],
      ['F105', 8, 5, 1],
      ['D202', 8, 6, 10],
    ]);
    expect(findings.map(({ help }) => help).slice(0, 2)).toEqual([
      '生效日期: 2026-04-05',
      '失效日期: 2026-04-01',
    ]);
    expect(findings[2]?.labels).toMatchObject([{ line: 7, column: 6, length: 10 }]);
  });

  test('一行有两个毛病，改成的一行照抄就对', () => {
    const { findings } = read(file(text('附件：\n  －文件：“表.txt”\n    名称: 表\n')));
    const item = findings.filter(({ line }) => line === 8);
    expect(item.map(({ code }) => code)).toEqual(['F113', 'F104', 'A101', 'F107']);
    expect(item.filter(({ code }) => code !== 'A101').map(({ help }) => help)).toEqual(
      Array(3).fill('  - 文件: 表.txt'),
    );
  });

  test('整段照录的内容里，全角冒号不是毛病', () => {
    const { codes, announcement } = read(file(text('来源: |\n  标题：甲\n  联系人:乙\n联系人: 丙\n')));
    expect(codes).toEqual([]);
    expect(announcement).toMatchObject({
      source: '标题：甲\n  联系人:乙'.replace('\n  ', '\n'),
      contactName: '丙',
    });
  });
});

test(
  '在哪个时区检查，结果都一样',
  () => {
    const root = onDisk({ ...base, ...file(text('生效日期: 2026-02-30\n失效日期: 2026-01-01\n')) });
    const run = (zone: string, format: string): string => {
      try {
        return execFileSync(process.execPath, ['src/cli/main.ts', 'check', '--format', format], {
          encoding: 'utf8',
          env: { ...process.env, TZ: zone, CONTENT_DIR: root },
        });
      } catch (stopped) {
        return (stopped as { stdout: string }).stdout;
      }
    };
    for (const format of ['text', 'json']) {
      const here = run('Asia/Shanghai', format);
      expect(here).toContain('F302');
      expect(run('UTC', format)).toBe(here);
      expect(run('America/New_York', format)).toBe(here);
    }
  },
  PATIENT,
);
