import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../../src/core/import/tree.ts';
import { convertToDocx, findOffice } from '../../../src/importer/documents/convert.ts';
import { readDocument } from '../../../src/importer/documents/read.ts';
import { noticeOf } from '../../../src/importer/documents/notice.ts';
import { Refusal } from '../../../src/importer/documents/refusal.ts';
import { temporaryFolder } from '../../cli/command.ts';
import { docx, p } from './make.ts';
import { pdf } from './pdf.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const lines = async (file: Uint8Array, name: string) =>
  textOf((await readDocument(file, name, undefined)).tree).split('\n');
const notesOf = async (file: Uint8Array, name: string) => (await readDocument(file, name, undefined)).notes;

/** Why a file is refused. */
async function refusal(file: Uint8Array, name: string, office?: string): Promise<string> {
  const reason = await readDocument(file, name, office).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(reason).toBeInstanceOf(Refusal);
  return (reason as Refusal).message;
}

/** An OLE compound file as far as its directory: what tells an old Word file from other old files. */
function compound(stream: string): Uint8Array {
  const file = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(0xfffffffe, 68);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  const entry = (at: number, name: string, type: number, child: number, size: number): void => {
    file.write(`${name}\0`, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = type;
    file.writeUInt32LE(0xffffffff, at + 68);
    file.writeUInt32LE(0xffffffff, at + 72);
    file.writeUInt32LE(child, at + 76);
    file.writeUInt32LE(size === 0 ? 0xfffffffe : 2, at + 116);
    file.writeUInt32LE(size, at + 120);
  };
  entry(1024, 'Root Entry', 5, 1, 0);
  entry(1024 + 128, stream, 2, 0xffffffff, 0);
  return file;
}

describe('a document is read by what it is, whatever its name says', () => {
  test('a Word file with macros by its name is read, and its name is no surprise', async () => {
    expect(await notesOf(docx(p('正文')), '公告.docm')).toEqual([]);
  });

  test('a Word file called .doc is told', async () => {
    expect(await notesOf(docx(p('正文')), '公告.doc')).toEqual([
      '文件名叫 .doc，里面其实是Word 文件（.docx），按里面的读',
    ]);
  });

  test('a web page called .doc, as some platforms export it, is read', async () => {
    const page = bytes(
      '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p>招标人：示例单位</p></body></html>',
    );
    expect(await lines(page, '公告.doc')).toEqual(['招标人：示例单位']);
    expect(await notesOf(page, '公告.doc')).toEqual(['文件名叫 .doc，里面其实是网页，按里面的读']);
  });

  test('of a page that Word saved, unaccepted changes are refused, comments and hidden words are left out and told', async () => {
    const page = (body: string) =>
      bytes(`<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>${body}</body></html>`);
    const changed =
      '<p>预算<del cite="mailto:a" datetime="2026-01-01T00:00">100</del><ins datetime="2026-01-01T00:00">200</ins></p>';
    expect(await refusal(page(changed), 'a.doc')).toContain('（插入 1 处、删除 1 处）');
    const commented =
      '<p>正文<a class="msocomanchor" href="#_msocom_1">[A1]</a><span style="mso-hide:all">底价</span></p><div style="mso-element:comment-list"><div style="mso-element:comment"><p>再问</p></div></div>';
    expect(await lines(page(commented), 'a.doc')).toEqual(['正文']);
    expect((await notesOf(page(commented), 'a.doc')).slice(1)).toEqual([
      '批注 1 条没有带过来，它们不是正文',
      '隐藏文字 1 处没有带过来：“底价”',
    ]);
  });

  test('a text in UTF-8 or GBK is read line by line', async () => {
    expect(await lines(bytes('标题<一>\r\n\r\n正文'), 'a.txt')).toEqual(['标题<一>', '正文']);
    expect(await lines(bytes(0xb9, 0xab, 0xb8, 0xe6, 0x0a, 0xd2, 0xbb), 'a.txt')).toEqual(['公告', '一']);
  });

  test.each([
    ['an old Word file', compound('WordDocument'), 'a.doc', '要先转成 .docx'],
    ['an old Word file called .docx', compound('WordDocument'), 'a.docx', '要先转成 .docx'],
    ['a file of WPS', compound('WordDocument'), 'a.wps', '装上 LibreOffice'],
    ['a file of Works', compound('MatOST'), 'a.wps', '微软 Works'],
    ['an RTF file', bytes('{\\rtf1 a}'), 'a.rtf', 'RTF 文件'],
    [
      'a Word file as XML',
      bytes(
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
      ),
      'a.xml',
      '要先转成 .docx',
    ],
    ['a Word file under a password', compound('EncryptedPackage'), 'a.docx', '加了密码'],
    ['an old workbook', compound('Workbook'), 'a.xls', '表格文件（.xls）'],
    ['old slides', compound('PowerPoint Document'), 'a.ppt', '幻灯片'],
    [
      'a workbook',
      zipSync({
        '[Content_Types].xml': bytes(
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        ),
        'xl/workbook.xml': bytes('<workbook/>'),
      }),
      'a.docx',
      '表格文件（.xlsx）',
    ],
    ['an OFD file', zipSync({ 'OFD.xml': bytes('<OFD/>') }), 'a.ofd', 'OFD 文件'],
    ['a zip', zipSync({ 'a.txt': bytes('a') }), 'a.docx', '压缩包'],
    ['a zip that is cut', docx(p('正文')).slice(0, 900), 'a.docx', '文件坏了'],
    [
      'a picture',
      bytes(
        0x89,
        'PNG\r\n',
        0x1a,
        '\n',
        0,
        0,
        0,
        13,
        'IHDR',
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        8,
        2,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
      ),
      'a.png',
      '图片',
    ],
    [
      'a page saved in one file',
      bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
      'a.doc',
      '.mht',
    ],
    ['something packed', gzipSync('a'), 'a.docx', '认不出这是什么文件'],
    ['no bytes', bytes(), 'a.docx', '文件是空的'],
    ['a huge file', new Uint8Array(21 * 1024 * 1024), 'a.docx', '超过 20 MB'],
  ])('%s is refused in one sentence with what to do', async (_, file, name, words) => {
    const message = await refusal(file, name);
    expect(message).toContain(words);
    expect(message).toMatch(/。$/u);
    expect(message).not.toMatch(/\n|\bat |Error/u);
  });
});

describe('a PDF', () => {
  const long = '本招标项目已由示例单位批准建设，资金来自财政，已经落实，现公开招标';

  test('gives its lines back as paragraphs, without page numbers', async () => {
    const file = pdf([
      [
        [210, 780, '示例道路工程招标公告', 18],
        [114, 740, long],
        [90, 720, '，招标人为示例街道办。'],
        [90, 700, '项目编号：GM-JS-2026-901'],
        [90, 680, '1.'],
        [130, 680, '投标人须有'],
        [114, 100, long],
        [290, 40, '- 1 -'],
      ],
      [
        [90, 780, '，到此为止。'],
        [90, 760, '二、其他'],
      ],
    ]);
    expect(await lines(file, 'a.pdf')).toEqual([
      '示例道路工程招标公告',
      `${long}，招标人为示例街道办。`,
      '项目编号：GM-JS-2026-901',
      '1. 投标人须有',
      `${long}，到此为止。`,
      '二、其他',
    ]);
    expect(await notesOf(file, 'a.pdf')).toEqual([
      'PDF 里分不出段落和标题，是按行距、缩进推出来的，请对照原文核对',
      '页码 1 处没有带过来',
    ]);
  });

  test('has the lines of a title in the middle though the first fills the page', async () => {
    const file = pdf([
      [
        [92, 780, '示例污水处理厂提标改造工程设计施工总承包中标候选', 18],
        [270, 750, '人公示', 18],
        [114, 700, '招标人：示例水务有限公司'],
        ...Array.from({ length: 6 }, (_, index) => [90, 660 - index * 20, long] as const),
      ],
    ]);
    const { tree, notes } = await readDocument(file, 'a.pdf', undefined);
    const { recognised } = noticeOf({ tree, notes, notForReaders: [] });
    expect(recognised.title).toBe('示例污水处理厂提标改造工程设计施工总承包中标候选人公示');
  });

  test('has a number whole that had no room at the end of its line', async () => {
    const file = pdf([
      [
        [90, 780, `${long}，满。`.slice(0, 34)],
        [114, 760, '招标人：示例水务有限公司，监督部门也可以问，电话：0757-'],
        [90, 740, '00000031'],
      ],
    ]);
    expect((await lines(file, 'a.pdf')).at(-1)).toMatch(/电话：0757-00000031$/u);
  });

  test('has a telephone whole that was parted at its hyphen far from the edge', async () => {
    const file = pdf([
      [
        [90, 780, long],
        [114, 760, '联系电话：0757-'],
        [90, 740, '00000601、0757-00000602'],
      ],
    ]);
    expect((await lines(file, 'a.pdf')).at(-1)).toBe('联系电话：0757-00000601、0757-00000602');
  });

  test('gives no value of a table whose cell goes on in the line below', async () => {
    const file = pdf([
      [
        [90, 780, '示例采购公告', 18],
        [90, 740, '采购人：示例学校'],
        [300, 740, '代理机构：示例工程咨'],
        [300, 724, '询有限公司'],
        [90, 680, '项目编号：GM-CG-2026-1'],
      ],
    ]);
    const { recognised } = noticeOf(await readDocument(file, 'a.pdf', undefined));
    expect(recognised.values.map(({ field }) => field.label)).toEqual(['项目编号']);
  });

  test('with columns says that tables became lines, with a scanned page says which', async () => {
    const file = pdf([
      [
        [90, 700, '采购人'],
        [300, 700, '示例学校'],
      ],
      [],
    ]);
    expect(await lines(file, 'a.pdf')).toEqual(['采购人　示例学校']);
    expect(await notesOf(file, 'a.pdf')).toEqual([
      'PDF 里分不出段落和标题，是按行距、缩进推出来的，请对照原文核对',
      'PDF 里的表格读成了一行一行的字，请对照原文核对',
      '第 2 页是图片（扫描），没有文字可以带过来',
    ]);
  });

  test.each([
    ['that is a scan says so with its pages', pdf([[], [], []]), '扫描件，3 页都是图片'],
    [
      'of 51 pages is refused',
      pdf(Array.from({ length: 51 }, () => [[90, 700, '字'] as const])),
      '51 页，超过 50 页',
    ],
    ['whose font says nothing is refused', pdf([[[90, 700, '\ue001\ue002\ue003']]]), '读出来是乱码'],
    ['that is cut says so', pdf([[[90, 700, '字']]]).slice(0, 300), '后面缺了一截'],
    ['under a password says so', readFileSync('tests/importer/documents/locked.pdf'), 'PDF 加了密码'],
  ])('%s', async (_, file, words) => {
    expect(await refusal(file, 'a.pdf')).toContain(words);
  });
});

describe('an old document by LibreOffice', () => {
  /** A program that stands for LibreOffice and does what `script` says; `args` is what it was asked. */
  function office(script: string): string {
    const program = join(temporaryFolder(), 'soffice');
    writeFileSync(
      program,
      `#!${process.execPath}\nconst args = process.argv.slice(2); const out = args[args.indexOf('--outdir') + 1]; const fs = require('node:fs');\n${script}\n`,
      { mode: 0o755 },
    );
    return program;
  }
  const answers = (made: Uint8Array): string =>
    `fs.mkdirSync(out); fs.writeFileSync(out + '/source.docx', Buffer.from('${Buffer.from(made).toString('base64')}', 'base64'));`;

  test('is read through a .docx, and that is told', async () => {
    const { tree, notes } = await readDocument(
      compound('WordDocument'),
      'a.wps',
      office(answers(docx(p('正文')))),
    );
    expect(textOf(tree)).toBe('正文');
    expect(notes).toEqual(['文件是用 LibreOffice 转成 .docx 再读的，请对照原文核对表格和编号']);
  });

  test('that had unaccepted changes is refused as a .docx is', async () => {
    const made = docx(p('<w:ins w:id="1" w:author="示例"><w:r><w:t>新</w:t></w:r></w:ins>'));
    expect(await refusal(compound('WordDocument'), 'a.doc', office(answers(made)))).toContain('插入 1 处');
  });

  test('runs no macros, follows no links, and leaves nothing behind', async () => {
    const told = join(temporaryFolder(), 'told.json');
    const program = office(
      `fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify({ args, home: process.env.HOME, settings: fs.readFileSync(new URL(args.find((one) => one.startsWith('-env:UserInstallation=')).slice(22) + '/user/registrymodifications.xcu'), 'utf8') })); ${answers(docx(p('正文')))}`,
    );
    await convertToDocx(compound('WordDocument'), 'doc', program);
    const { args, home, settings } = JSON.parse(readFileSync(told, 'utf8')) as {
      args: string[];
      home: string;
      settings: string;
    };
    expect(args).toContain('--headless');
    expect(args.at(-1)).toMatch(/source\.doc$/u);
    expect(settings).toContain('DisableMacrosExecution');
    expect(settings).toContain('BlockUntrustedRefererLinks');
    expect(() => readFileSync(home)).toThrow('ENOENT');
  });

  test('that gives nothing is refused', async () => {
    expect(await refusal(compound('WordDocument'), 'a.doc', office(''))).toContain('没有把文件转成 .docx');
  });

  test('a program that cannot be started is told', async () => {
    expect(await refusal(compound('WordDocument'), 'a.doc', join(temporaryFolder(), 'none'))).toContain(
      '运行不起来',
    );
  });

  test('that hangs is ended with all that it started', async () => {
    const pids = join(temporaryFolder(), 'pids');
    const program = office(
      `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); fs.writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid); setInterval(() => {}, 1000);`,
    );
    await expect(convertToDocx(compound('WordDocument'), 'doc', program, 1500)).rejects.toThrow('已经停下');
    const isGone = (pid: string): boolean => {
      try {
        // A process that nobody has waited for yet still has its number.
        return /^\d+ \(.*\) Z/u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return true;
      }
    };
    const [own = '', child = ''] = readFileSync(pids, 'utf8').split(' ');
    await vi.waitFor(() => expect([isGone(own), isGone(child)]).toEqual([true, true]));
  });

  test('is found in PATH', () => {
    const program = office('');
    expect(findOffice(`/nowhere:${join(program, '..')}`)).toBe(program);
  });
});
