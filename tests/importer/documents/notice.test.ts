import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/core/announcement/category.ts';
import { inWords } from '../../../src/core/drafting/summary.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { noticeOf } from '../../../src/importer/documents/notice.ts';
import { readDocument } from '../../../src/importer/documents/read.ts';
import { titledOf } from '../../../src/importer/documents/title.ts';
import { bytesOf, samples } from './documents.ts';
import { docx, p, r, title } from './make.ts';
import { procurementTender, worksTender } from './notices.ts';

const noticeIn = async (file: Uint8Array) => noticeOf(await readDocument(file, 'a.docx', undefined));
const valuesIn = async (file: Uint8Array) => {
  const { recognised } = await noticeIn(file);
  return Object.fromEntries(
    recognised.values.map(({ field, answer }) => [field.label, inWords(field, answer)]),
  );
};

test('a notice of ten pages in the form of the Ministry of Finance comes out with its type and no wrong field', async () => {
  const { recognised, notes } = await noticeIn(procurementTender());
  expect([CATEGORIES[recognised.category!], recognised.type?.term, recognised.title]).toEqual([
    '政府采购',
    '公开招标公告',
    '示例中学智慧教室设备采购项目公开招标公告',
  ]);
  const right = {
    项目编号: 'GM-CG-2026-901',
    项目名称: '示例中学智慧教室设备采购项目',
    采购人: '示例中学',
    采购人地址: '示例市示例路1号',
    采购代理机构: '示例采购代理有限公司',
    代理机构地址: '示例市示例大厦三楼',
    采购方式: '公开招标',
    预算金额: '468万元',
    最高限价: '465.6万元',
    履行期限: '合同签订后90日内',
    接受联合体: '否',
    文件获取开始: '2026年3月10日',
    文件获取结束: '2026年3月17日',
    文件获取方式: '登录示例采购平台免费下载',
    文件售价: '0元',
    公告期限: '5个工作日',
    投标截止: '2026年4月8日（星期三）09:30',
    开标时间: '2026年4月8日（星期三）09:30',
    开标地点: '示例市公共资源交易中心302开标室',
    联系人: '罗工（示例）',
    联系电话: '0757-00001802',
  };
  const found = await valuesIn(procurementTender());
  expect(Object.fromEntries(Object.entries(found).filter(([label]) => label in right))).toEqual(right);
  expect(Object.keys(found).filter((label) => !(label in right))).toEqual([]);
  expect(notes).toEqual(['图 1 处没有带过来（公章、照片、扫描的图），要公开的放进附件']);
});

test('a works notice with a table of labels and values comes out with its type and no wrong field', async () => {
  const { recognised } = await noticeIn(worksTender());
  expect([CATEGORIES[recognised.category!], recognised.type?.term]).toEqual(['建设工程', '招标公告']);
  expect(await valuesIn(worksTender())).toEqual({
    项目编号: 'GM-JS-2026-901',
    项目名称: '示例路市政道路改造工程',
    招标人: '示例街道建设办公室',
    招标代理机构: '示例招标代理有限公司',
    资金来源: '财政资金',
    最高投标限价: '358.6万元',
    工期: '180日历天',
    投标截止: '2026年4月8日（星期三）09:30',
    开标时间: '2026年4月8日（星期三）09:30',
    开标地点: '示例市公共资源交易中心302开标室',
    联系人: '罗工（示例）',
    联系电话: '0757-00001803',
  });
});

test('each value says where it stands in the document', async () => {
  const { recognised } = await noticeIn(worksTender());
  const evidence = recognised.values.find(({ field }) => field.label === '最高投标限价')!.evidence;
  expect(evidence).toMatchObject({ rule: '表格', words: '最高投标限价 | 358.6万元 | 工期 | 180日历天' });
});

test('the body that is written says every word of the document but the title, in every sample', async () => {
  for (const sample of samples.filter(({ shows }) => shows)) {
    const { notes } = await noticeIn(bytesOf(sample));
    expect(
      notes.filter((note) => note.includes('不完全一样')),
      sample.name,
    ).toEqual([]);
  }
});

test('numbers of persons are told, covered', async () => {
  const { personal } = await noticeIn(docx(title('示例通知') + p('联系电话：13800000000')));
  expect(personal).toEqual(['手机号码 138****0000 不能公开']);
});

describe('the title of a document', () => {
  const titled = (html: string) => titledOf(parseHtml(html)).title;

  test.each([
    [
      'one line in the middle',
      '<p class="centred">示例道路工程招标公告</p><p>正文</p>',
      '示例道路工程招标公告',
    ],
    [
      'over three lines',
      '<p class="centred">示例街道</p><p class="centred">道路改造工程施工</p><p class="centred">招标公告</p><p class="centred">（项目编号：1）</p>',
      '示例街道道路改造工程施工招标公告',
    ],
    [
      'with （第二次） below',
      '<p class="centred">示例采购公告</p><p class="centred">（第二次）</p><p>正文</p>',
      '示例采购公告（第二次）',
    ],
    [
      'with a number in brackets',
      '<p class="centred">示例工程（项目编号：GM-JS-2026-901）招标公告</p><p>正文</p>',
      '示例工程（项目编号：GM-JS-2026-901）招标公告',
    ],
    ['as a heading', '<h1>示例采购结果公告</h1><h2>一、项目编号</h2>', '示例采购结果公告'],
    ['bold alone', '<p><strong>示例更正</strong><strong>公告</strong></p><p>正文</p>', '示例更正公告'],
    ['neither, but ending as a title', '<p>示例关于放假的通知</p><p>各单位：</p>', '示例关于放假的通知'],
    [
      'below an annex and a number',
      '<p>附件1</p><p>编号：1</p><p class="centred">示例招标公告</p>',
      '示例招标公告',
    ],
    [
      'below the name of the office and the number of the paper',
      '<p class="centred">示例市交易中心</p><p class="centred">示交易函〔2026〕18号</p><p class="centred">关于放假的通知</p><p>正文</p>',
      '关于放假的通知',
    ],
    [
      'above the number of the paper',
      '<p class="centred">示例地块挂牌出让公告</p><p class="centred">示自然资告字〔2026〕5号</p><p><strong>经批准：</strong></p>',
      '示例地块挂牌出让公告',
    ],
    [
      'below the red head of an office without a number',
      '<h1>示例市自然资源局文件</h1><h2>示例地块挂牌出让公告</h2><p>正文</p>',
      '示例地块挂牌出让公告',
    ],
    [
      'of the first chapter behind a cover and its contents',
      `<h1>示例馆装修工程</h1><h1>招标文件</h1><p>日期：2026年3月</p><h2>目 录</h2>${'<p>第二章 投标人须知</p>'.repeat(9)}<h2>第一章 招标公告</h2><h2>示例馆装修工程施工招标公告</h2>`,
      '示例馆装修工程施工招标公告',
    ],
    [
      'in the first row of a table',
      '<table><tr><td colspan="2">示例公园设备采购公告</td></tr><tr><td>采购人</td><td>示例公园</td></tr></table>',
      '示例公园设备采购公告',
    ],
    [
      'with the code of the project between its lines',
      '<p class="centred">示例项目</p><p class="centred">（项目编号：GM-1）</p><p class="centred">招标公告</p><p>正文</p>',
      '示例项目招标公告',
    ],
    [
      'below the name of the agency that wrote it',
      '<p class="centred">示例工程咨询有限公司</p><p class="centred">示例项目招标公告</p><p>正文</p>',
      '示例项目招标公告',
    ],
    [
      'set wide',
      '<p class="centred">示例项目</p><p class="centred">招 标 公 告</p><p>正文</p>',
      '示例项目招标公告',
    ],
    [
      'that goes on behind what could be its end',
      '<p class="centred">示例项目采购合同</p><p class="centred">公示</p><p>正文</p>',
      '示例项目采购合同公示',
    ],
    ['of a document without one', '<p>各投标人：</p><p>请于明日到场。</p>', ''],
    ['of a document that begins with a table', '<table><tr><td>招标公告</td></tr></table><p>正文。</p>', ''],
  ])('%s', (_, html, words) => {
    expect(titled(html)).toBe(words);
  });

  test('in the styles of a program is found, whatever its place on the line', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';
    const line = (text: string) => p(text, '<w:pStyle w:val="T"/>');
    const { recognised } = await noticeIn(
      docx({ styles, body: line('示例采购项目') + line('竞争性磋商公告') + p('正文。') }),
    );
    expect(recognised.title).toBe('示例采购项目竞争性磋商公告');
  });

  test('with words before it that may belong to it says so', async () => {
    const { recognised, notes, markdown } = await noticeIn(
      docx(p('示例采购项目') + title('竞争性磋商公告') + p('正文。')),
    );
    expect([recognised.title, notes, markdown]).toEqual([
      '竞争性磋商公告',
      ['标题前面的“示例采购项目”没有算进标题，留在正文里，请核对'],
      '示例采购项目\n\n正文。',
    ]);
  });

  test.each([
    ['a form in the middle of the page', title('投标函')],
    ['an annex with its number', p('附件1') + title('合同条款')],
  ])('gets no value from %s behind the announcement, and that is told', async (_, form) => {
    const { recognised, notes } = await noticeIn(
      docx(title('示例水厂工程施工招标公告') + p('招标人：示例水厂') + form + p('工期：100日历天')),
    );
    expect(recognised.values.map(({ field }) => field.label)).toEqual(['招标人']);
    expect(notes).toEqual([expect.stringContaining('往后像是附件')]);
  });

  test('that is but the kind of announcement is told', async () => {
    const { notes } = await noticeIn(docx(title('中标候选人公示') + p('招标人：示例局')));
    expect(notes).toEqual(['标题只有“中标候选人公示”，没有说是哪个项目，请补全']);
  });

  test('of a second announcement in the file is told, and no value is taken from that', async () => {
    const { recognised, notes, markdown } = await noticeIn(
      docx(
        title('示例广场照明工程施工招标公告') +
          p('招标人：示例局') +
          title('示例广场绿化工程') +
          title('施工招标公告') +
          p('项目编号：GM-JS-2026-082'),
      ),
    );
    expect([recognised.title, recognised.values.map(({ field }) => field.label)]).toEqual([
      '示例广场照明工程施工招标公告',
      ['招标人'],
    ]);
    expect(notes).toEqual([expect.stringContaining('还有一份公告“示例广场绿化工程施工招标公告”')]);
    expect(markdown).toContain('项目编号：GM-JS-2026-082');
  });

  test('leaves the body, and nothing else does', async () => {
    const { markdown } = await noticeIn(docx(title('示例') + title('通知') + p(r('一、时间')) + p('明日。')));
    expect(markdown).toBe('## 一、时间\n\n明日。');
  });
});

test('划掉的字不进栏目，也不进正文，一处一处说出来', async () => {
  const struck = (text: string): string => r(text, '<w:strike/>');
  const twice = (text: string): string => r(text, '<w:dstrike/>');
  const { recognised, markdown, notes } = await noticeIn(
    docx({
      body: [
        title('示例道路工程施工招标公告'),
        p(r('最高投标限价：') + struck('100万元') + r('200万元')),
        p(r('投标截止时间：2026年') + twice('3月25日') + r('4月8日9时30分')),
        p(twice('本项目接受联合体投标。')),
        p('本项目已经批准建设。'),
      ].join(''),
    }),
  );
  const values = recognised.values.map(({ field, answer }) => `${field.label} ${String(answer)}`);
  expect(values).toEqual(expect.arrayContaining(['最高投标限价 200万元', '投标截止 2026年4月8日9时30分']));
  expect(markdown).toContain('最高投标限价：200万元');
  for (const words of ['100万元', '3月25日', '联合体']) expect(markdown).not.toContain(words);
  expect(notes).toEqual([
    '划掉的字没有带过来：“100万元”“3月25日”“本项目接受联合体投标。”。还算数的，在正文里补上',
  ]);
});
