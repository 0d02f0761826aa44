import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attached, codesOf, findingsOf, notice } from './announcement.ts';
import {
  bookStream,
  compound,
  document,
  docx,
  exifWithPlace,
  jpeg,
  macroTypes,
  pdf,
  PNG,
  pptx,
  rar,
  realFile,
  record,
  sheetRecord,
  summary,
  wordStream,
  xlsx,
  zip,
} from '../core/made-files.ts';

type Content = string | Uint8Array;

const looked = (file: string, content: Content) => findingsOf(notice(attached(file)), { [file]: content });
const found = (file: string, content: Content) => codesOf(looked(file, content));

const SOME = new Uint8Array(5000).fill(1);
const MACROS = { 'word/vbaProject.bin': 'x' };
const seven = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const js = '6 0 obj <</S/JavaScript/JS(app.alert\\(1\\))>> endobj\n';

/** Objects packed in a stream, each with its number. */
function packed(...objects: readonly (readonly [number, string])[]): string {
  const text = objects.map(([, body]) => body).join(' ');
  let at = 0;
  const places = objects.map(([number, body]) => {
    const place = `${number} ${at}`;
    at += body.length + 1;
    return place;
  });
  const head = `${places.join(' ')} `;
  const stream = deflateSync(head + text).toString('latin1');
  return `9 0 obj <</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${stream.length}>> stream\n${stream}\nendstream endobj\n`;
}
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('别的软件做的普通文件没有问题', () => {
  test.each(['plain.docx', 'plain.doc', 'plain.xlsx', 'plain.xls', 'plain.pdf'])('%s', (name) =>
    expect(found(name, realFile(name))).toEqual([]),
  );

  test('只限制打印的 PDF 打得开，只说明', () => {
    expect(looked('表.pdf', realFile('restricted.pdf'))).toMatchObject([{ code: 'A125', severity: 'info' }]);
  });

  test('留着修订和批注的', () => {
    expect(found('表.docx', realFile('tracked.docx'))).toEqual(['A120', 'A121']);
    expect(found('表.doc', realFile('tracked.doc'))).toEqual(['A121']);
  });
});

describe('有宏的附件不能发布', () => {
  test.each<[string, Content]>([
    ['表.docx', docx('表', MACROS)],
    ['表.docx', docx('表', { '[Content_Types].xml': macroTypes('word/document.xml', 'ms-word.document') })],
    ['表.xlsx', xlsx('表', { 'xl/vbaProject.bin': 'x' })],
    ['表.xlsx', xlsx('表', { '[Content_Types].xml': macroTypes('xl/workbook.xml', 'ms-excel.sheet') })],
    ['表.xlsx', xlsx('表', { 'xl/macrosheets/sheet1.xml': '<xm:macrosheet/>' })],
    ['表.pptx', pptx({ 'ppt/vbaProject.bin': 'x' })],
    ['表.wps', docx('表', MACROS)],
    ['表.et', xlsx('表', { 'xl/vbaProject.bin': 'x' })],
    ['表.doc', compound({ WordDocument: wordStream(), 'Macros/VBA/ThisDocument': SOME })],
    ['表.xls', compound({ Workbook: bookStream(), '_VBA_PROJECT_CUR/VBA/dir': SOME })],
    ['表.xls', compound({ Workbook: bookStream(sheetRecord(0, 1, 'M')) })],
    ['表.wps', compound({ WordDocument: wordStream(), 'Macros/VBA/dir': SOME })],
    ['表.et', compound({ Workbook: bookStream(), '_VBA_PROJECT_CUR/VBA/dir': SOME })],
    [
      '表.ppt',
      compound({
        'PowerPoint Document': Buffer.concat([Buffer.from('020000040c0000000100000001000000', 'hex'), SOME]),
      }),
    ],
    ['表.zip', zip({ '资料/表.docx': docx('表', MACROS) })],
    ['表.zip', zip({ '内.zip': zip({ '表.xls': compound({ Workbook: bookStream(), 'VBA/dir': SOME }) }) })],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A111']));

  test('说得出怎样另存', () => {
    const [finding] = looked('表.docx', docx('表', MACROS));
    expect(finding).toMatchObject({ severity: 'error', line: 8 });
    expect(finding!.help).toContain('另存为');
  });

  test('压缩包里的，说得出是哪一个文件', () => {
    const [finding] = looked('表.zip', zip({ '资料/表.docx': docx('表', MACROS) }));
    expect(finding!.message).toContain('附件“表.zip”里的“资料/表.docx”');
  });

  test('控件只提醒', () => {
    expect(looked('表.xlsx', xlsx('表', { 'xl/activeX/activeX1.xml': '<ax/>' }))).toMatchObject([
      { code: 'A111', severity: 'warning' },
    ]);
  });
});

describe('加了密码的附件不能发布', () => {
  const closed = compound({ EncryptionInfo: SOME, EncryptedPackage: SOME });
  test.each<[string, Content]>([
    ['表.docx', closed],
    ['表.xlsx', closed],
    ['表.pptx', closed],
    ['表.doc', compound({ WordDocument: wordStream(0x0100) })],
    ['表.wps', compound({ WordDocument: wordStream(0x0100) })],
    ['表.xls', realFile('locked.xls')],
    ['表.doc', realFile('locked.doc')],
    ['表.pdf', realFile('locked.pdf')],
    ['表.xls', compound({ Workbook: bookStream(record(0x2f, Buffer.from('000012345678', 'hex'))) })],
    [
      '表.ppt',
      compound({
        'PowerPoint Document': SOME,
        'Current User': Buffer.from('0000f60f140000001400000000dfc4d1f3'.slice(0, 24) + 'dfc4d1f3', 'hex'),
      }),
    ],
    ['表.zip', zipUnderPassword()],
    [
      '表.7z',
      seven(
        'N3q8ryccAATxYXgxEAAAAAAAAABiAAAAAAAAAFPFAPalhtix+oyXwGFBmsIqDb+xAQQGAAEJEAAHCwEAAiQG8QcBElMP6YI+MuGjn/jovbpyu7rURCEhAQABAAwFAQAICgGDFtyMAAAFARkBABENAGEALgB0AHgAdAAAABQKAQA9jLaazX/dARUGAQAggKSBAAA=',
      ),
    ],
    [
      '表.7z',
      seven(
        'N3q8ryccAAS75ujSgAAAAAAAAAAuAAAAAAAAAF9ABlNXPTcso+vObkIP8lQTCe6eMnLDYRrfM61Nem6ZvFNhAmA+60bBTcracQvCWbDmfYdUdU2pzy8DDpzwIh3HovenRwSnKD92ZFXX4ee3KF6ZdlBMAMU1Nq3SPSAP/citiaFwZYjaXmK3L8OHVMEkAHrwQB3KFCD0uJLMYUoytT4bkxcGEAEJcAAHCwEAASQG8QcBElMP/WWDFLYlMhrxCCb7occl+wxiCgFQh0lxAAA=',
      ),
    ],
    ['表.zip', zip({ '表.docx': closed })],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A112']));

  test('Excel 不用密码就能打开的保护只提醒没有查完', () => {
    expect(looked('表.xls', realFile('protected.xls'))).toMatchObject([
      { code: 'A115', severity: 'warning' },
    ]);
  });
});

/** A zip whose only file is marked as encrypted, in both places where a zip says so. */
function zipUnderPassword(): Uint8Array {
  const bytes = zip({ '表.txt': '表' });
  bytes[6]! |= 1;
  const directory = Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1');
  bytes[directory + 8]! |= 1;
  return bytes;
}

describe('没有拷完的附件不能发布', () => {
  const doc = compound({ WordDocument: wordStream(), '1Table': new Uint8Array(20_000).fill(1) });
  test.each<[string, Content]>([
    ['表.pdf', pdf('表').slice(0, -40)],
    ['表.docx', docx('表').slice(0, -60)],
    ['表.zip', zip({ '表.txt': '表' }).slice(0, -30)],
    ['表.doc', doc.slice(0, doc.length / 2)],
    ['表.doc', doc.slice(0, -700)],
    ['表.jpg', jpeg().slice(0, -2)],
    ['表.png', PNG.slice(0, -12)],
    ['表.rar', rar('表.txt', SOME).slice(0, 2000)],
    [
      '表.txt',
      Buffer.concat([Buffer.from('名称数量单位规格型号备注'), Buffer.from([0xe5]), Buffer.from('甲')]),
    ],
    ['表.zip', zip({ '图.jpg': jpeg().slice(0, -2) })],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A113']));

  test('压缩包里的字节坏了', () => {
    const bytes = zip({ '表.txt': '名称数量'.repeat(100) });
    bytes[45]! ^= 0xff;
    expect(found('表.zip', bytes)).toEqual(['A113']);
  });

  test('手机在照片后面加的东西、照片里的缩略图，不算损坏', () => {
    expect(found('表.jpg', Buffer.concat([jpeg(), SOME]))).toEqual([]);
  });
});

describe('打开就运行的附件不能发布', () => {
  const dde = document(
    '<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd.exe</w:instrText></w:r>',
  );
  const template = (target: string) =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;
  test.each<[string, Content]>([
    ['表.pdf', pdf('A', '/OpenAction 6 0 R', js)],
    ['表.pdf', pdf('A', '/OpenAction<</S/#4aava#53cript/J#53(1)>>')],
    ['表.pdf', latin(pdf('A', '/OpenAction 7 0 R', packed([7, '<</S/JavaScript/JS(1)>>'])))],
    ['表.pdf', latin(pdf('A', '/OpenAction 7 0 R', packed([7, '<</S/#4caunch/F(calc.exe)>>'])))],
    ['表.pdf', pdf('A', '/OpenAction<</S/Launch/F(calc.exe)>>')],
    ['表.pdf', pdf('A', '/AA<</WC<</S/JavaScript/JS(1)>>>>')],
    ['表.docx', docx('表', { 'word/document.xml': dde })],
    ['表.docx', docx('表', { 'word/_rels/settings.xml.rels': template('https://example.com/a.dotm') })],
    ['表.docx', docx('表', { 'word/_rels/settings.xml.rels': template('\\\\example\\a.dotm') })],
    ['表.csv', "名称,数量\n=cmd|' /C calc'!A0,1\n"],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A116']));

  test('作者自己电脑上的模板、写着 JavaScript 的正文，不算', () => {
    const rels = { 'word/_rels/settings.xml.rels': template('file:///C:\\Templates\\a.dotx') };
    expect(found('表.docx', docx('表', rels))).toEqual([]);
    expect(found('表.pdf', pdf('/JavaScript /JS /Launch'))).toEqual([]);
  });
});

describe('藏着程序的附件不能发布', () => {
  const native = (name: string) =>
    compound({ '\u0001Ole10Native': Buffer.concat([Buffer.alloc(6), Buffer.from(`${name}\0`), SOME]) });
  test.each<[string, Content]>([
    ['表.zip', zip({ '工具/a.exe': 'MZ' })],
    ['表.zip', zip({ 'a.JS': '1' })],
    ['表.zip', zip({ '说明.lnk': '1' })],
    ['表.zip', zip({ '说明.html': '1' })],
    ['表.zip', zip({ '表.xlsm': '1' })],
    ['表.zip', zip({ '招标文件.pdf                 .exe': '1' })],
    ['表.zip', zip({ '表.pdf': new Uint8Array(600).fill(0).map((_, at) => [0x4d, 0x5a][at] ?? 0) })],
    ['表.zip', zip({ '内.zip': zip({ 'a.bat': '1' }) })],
    ['表.rar', rar('a.exe', SOME)],
    [
      '表.7z',
      seven(
        'N3q8ryccAAQd3JOOAQAAAAAAAABCAAAAAAAAAJF9e2p4AQQGAAEJAQAHCwEAAQEADAEACAoBgxbcjAAABQERCwBiAC4AagBzAAAAGQAUCgEAPYy2ms1/3QEVBgEAIICkgQAA',
      ),
    ],
    [
      '表.pdf',
      pdf(
        'A',
        '',
        '6 0 obj <</Type/Filespec/UF(a.exe)/EF<</F 7 0 R>>>> endobj\n7 0 obj <</Type/EmbeddedFile/Length 2>> stream\nMZ\nendstream endobj\n',
      ),
    ],
    ['表.docx', docx('表', { 'word/embeddings/oleObject1.bin': native('a.exe') })],
  ])('%s %#', (file, content) => expect(found(file, content)).toEqual(['A118']));

  test('嵌着别的文件的只提醒', () => {
    const inPdf = pdf(
      'A',
      '',
      '6 0 obj <</Type/Filespec/UF(a.xml)/EF<</F 7 0 R>>>> endobj\n7 0 obj <</Type/EmbeddedFile/Length 2>> stream\nxx\nendstream endobj\n',
    );
    for (const [file, content] of [
      ['表.pdf', inPdf],
      ['表.docx', docx('表', { 'word/embeddings/oleObject1.bin': native('a.txt') })],
    ] as const) {
      expect(looked(file, content)).toMatchObject([{ code: 'A117', severity: 'warning' }]);
    }
    expect(found('表.docx', docx('表', { 'word/embeddings/表1.xlsx': xlsx('表') }))).toEqual([]);
  });
});

describe('解压会跑到别处的压缩包不能发布', () => {
  test.each(['../../a.txt', '资料/../../a.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt', '表\u202efdp.txt'])(
    '%j',
    (name) => expect(found('表.zip', zip({ [name]: '1' }))).toEqual(['A119']),
  );

  test('文件夹、中文名、GBK 的名字都可以', () => {
    const bytes = zip({ 'abcd.txt': '表', '资料/一/表.txt': '表', '__MACOSX/._a.js': '1' });
    // 表格 as GBK writes it, in both places where a zip has a name.
    const text = Buffer.from(bytes).toString('latin1').replaceAll('abcd.txt', '\xb1\xed\xb8\xf1.txt');
    expect(found('表.zip', latin(text))).toEqual([]);
  });
});

describe('炸弹会报出来', () => {
  const nested = [1, 2, 3, 4].reduce((inner) => zip({ '内.zip': inner }), zip({ '表.txt': '表' }));
  const wide = Uint8Array.from(PNG);
  new DataView(wide.buffer).setUint32(16, 60_000);
  new DataView(wide.buffer).setUint32(20, 60_000);
  const lying = zip({ '表.bin': '', '表.txt': 'A'.repeat(10_000) });
  const directory = Buffer.from(lying).lastIndexOf(Buffer.from('PK\x01\x02'));
  new DataView(lying.buffer).setUint32(directory + 24, 10, true);
  test.each<[string, Content]>([
    ['表.zip', zip({ '表.txt': new Uint8Array(40_000_000) })],
    ['表.zip', nested],
    ['表.xlsx', xlsx('表', { 'xl/worksheets/sheet1.xml': 'A'.repeat(40_000_000) })],
    ['表.png', wide],
  ])('%s %#', { timeout: 60_000 }, (file, content) => expect(found(file, content)).toEqual(['A114']));

  test('写明的大小不对的', () => {
    expect(found('表.zip', lying)).toSatisfy(
      (codes: string[]) => codes.includes('A114') || codes.includes('A113'),
    );
  });

  test('三层以内的压缩包可以', () => {
    expect(found('表.zip', zip({ '内.zip': zip({ '表.txt': '表' }) }))).toEqual([]);
  });
});

describe('留着内部内容的附件会提醒', () => {
  const added = document('<w:ins w:author="甲"><w:r><w:t>加</w:t></w:r></w:ins>');
  const removed = document('<w:del w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>');
  const concealed = document('<w:r><w:rPr><w:vanish/></w:rPr><w:t>底价</w:t></w:r>');
  const remark = '/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(no)>>]';
  test.each<[string, string, Content]>([
    ['A120', '表.docx', docx('表', { 'word/document.xml': added })],
    ['A120', '表.docx', docx('表', { 'word/document.xml': removed })],
    ['A120', '表.xlsx', xlsx('表', { 'xl/revisions/revisionLog1.xml': '<revisions/>' })],
    [
      'A121',
      '表.docx',
      docx('表', { 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' }),
    ],
    [
      'A121',
      '表.xlsx',
      xlsx('表', {
        'xl/comments1.xml': '<comments><commentList><comment ref="A1"/></commentList></comments>',
      }),
    ],
    [
      'A121',
      '表.xlsx',
      xlsx('表', {
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments><threadedComment ref="A1"/></ThreadedComments>',
      }),
    ],
    [
      'A121',
      '表.xlsx',
      xlsx('表', {
        'xl/comments/comment1.xml': '<comments><commentList><comment ref="A1"/></commentList></comments>',
      }),
    ],
    ['A121', '表.pptx', pptx({ 'ppt/comments/comment1.xml': '<p:cmLst><p:cm idx="1"/></p:cmLst>' })],
    ['A121', '表.doc', compound({ WordDocument: wordStream(0, 34) })],
    ['A121', '表.xls', compound({ Workbook: bookStream(record(0x1c, Buffer.alloc(12))) })],
    ['A121', '表.pdf', pdf('A').replace('/MediaBox', `${remark}/MediaBox`)],
    [
      'A122',
      '表.xlsx',
      xlsx('表', {
        'xl/workbook.xml': '<workbook><sheets><sheet name="底价" state="veryHidden"/></sheets></workbook>',
      }),
    ],
    ['A122', '表.xls', compound({ Workbook: bookStream(sheetRecord(1, 0, 'D')) })],
    ['A122', '表.docx', docx('表', { 'word/document.xml': concealed })],
    ['A122', '表.pptx', pptx({ 'ppt/slides/slide2.xml': '<p:sld show="0"/>' })],
  ])('%s %s %#', (code, file, content) => {
    const findings = looked(file, content);
    expect(codesOf(findings)).toEqual([code]);
    expect(findings[0]!.severity).not.toBe('error');
  });

  test('空的批注、显示的工作表、没有字的隐藏标记不提醒', () => {
    expect(found('表.docx', docx('表', { 'word/comments.xml': '<w:comments/>' }))).toEqual([]);
    expect(
      found(
        '表.xlsx',
        xlsx('表', {
          'xl/workbook.xml': '<workbook><sheets><sheet name="表" state="visible"/></sheets></workbook>',
        }),
      ),
    ).toEqual([]);
    expect(
      found(
        '表.docx',
        docx('表', {
          'word/document.xml': document('<w:r><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:t>表</w:t></w:r>'),
        }),
      ),
    ).toEqual([]);
  });

  test('隐藏的段落标记后面的字看得见，不提醒', () => {
    const shown = '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r w:rsidR="1"><w:t>表</w:t></w:r>';
    expect(found('表.docx', docx('表', { 'word/document.xml': document(shown) }))).toEqual([]);
  });

  test('批注里的手机号也查', () => {
    const content = docx('表', {
      'word/comments.xml':
        '<w:comments><w:comment><w:p><w:t>13800138000</w:t></w:p></w:comment></w:comments>',
    });
    expect(found('表.docx', content)).toEqual(['A121', 'P102']);
  });
});

describe('属性里的人名、单位和地点', () => {
  const core = (creator: string) => ({
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
  });
  test.each<[string, Content]>([
    ['表.docx', docx('表', core('甲乙丙'))],
    ['表.xlsx', xlsx('表', core('甲乙丙'))],
    ['表.doc', compound({ WordDocument: wordStream(), '\u0005SummaryInformation': summary('甲乙丙') })],
    ['表.pdf', pdf('A').replace('trailer <<', 'trailer <</Info<</Author<feff75324e594e19>>>')],
  ])('%s 里的作者只说明，名字只露头一个字', (file, content) => {
    const findings = looked(file, content);
    expect(findings).toMatchObject([{ code: 'A123', severity: 'info' }]);
    expect(findings[0]!.message).toContain('甲**');
    expect(JSON.stringify(findings)).not.toContain('甲乙丙');
  });

  test('公告里本来就有的名字、软件自己写的名字不说', () => {
    expect(found('表.docx', docx('表', core('示例中心')))).toEqual([]);
    for (const name of ['Administrator', '微软用户', 'openpyxl', 'WPS Office', ''])
      expect(found('表.docx', docx('表', core(name)))).toEqual([]);
  });

  test('图片里写的作者', () => {
    const author = Buffer.from('Author\0Somebody', 'latin1');
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), author, Buffer.alloc(4)]);
    chunk.writeUInt32BE(author.length, 0);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
    const picture = Buffer.concat([PNG.subarray(0, 33), chunk, PNG.subarray(33)]);
    expect(found('表.png', picture)).toEqual(['A123']);
  });

  test('照片的经纬度要提醒，但不印出来', () => {
    const findings = looked('表.jpg', jpeg(exifWithPlace()));
    expect(findings).toMatchObject([{ code: 'A124', severity: 'warning' }]);
    expect(JSON.stringify(findings)).not.toMatch(/22\.|112/u);
  });
});
