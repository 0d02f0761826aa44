import { describe, expect, test } from 'vitest';
import { articleIn, facts, refusalOf, wordsIn } from './read.ts';

const TITLE = '示例桥维修工程施工招标公告';
const WORDS =
  '<p>示例桥维修工程已批准建设，现公开招标，欢迎合格的投标人参加投标。</p><p>报名时间：2014年5月7日至5月12日。</p>';

interface Parts {
  readonly head?: string;
  readonly title?: string;
  readonly info?: string;
  readonly body?: string;
  readonly after?: string;
}

/** A page of a usual site, with what a test is about. */
const pageOf = ({
  head = '',
  title = `<h1>${TITLE}</h1>`,
  info = '',
  body = WORDS,
  after = '',
}: Parts): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}_示例县公共资源交易中心</title>${head}</head><body>
<div class="top"><a href="/">首页</a><a href="/zb/">招标公告</a></div>
<div class="main">${title}<div class="info">${info}</div><div class="article-content">${body}</div>${after}</div>
<div class="footer">版权所有：示例县公共资源交易中心</div></body></html>`;

const timeIn = (parts: Parts, path?: string, options = {}): string | undefined =>
  articleIn(pageOf(parts), path, options).publishedAt?.text;

const doubtsIn = (parts: Parts, path?: string, options = {}): readonly string[] =>
  articleIn(pageOf(parts), path, options).doubts.map(({ code, message }) => `${code} ${message}`);

describe('the time of publication', () => {
  test.each<[string, string, string | undefined]>([
    ['after 发布时间', '发布时间：2014-05-06 10:22:31', '2014-05-06 10:22'],
    ['after 信息时间 in brackets', '〖信息时间：2014-5-6〗 阅读次数：12', '2014-05-06'],
    ['in words', '发布日期：2014年5月6日　来源：示例镇', '2014-05-06'],
    ['with the hour of a clerk', '发布时间：2014年05月06日下午3点05分', '2014-05-06 15:05'],
    ['without a label', '<span>2014/05/06 09:30</span><span>来源：示例镇</span>', '2014-05-06 09:30'],
    ['with a full-width colon', '<span>2014-05-06 14：30</span>', '2014-05-06 14:30'],
    [
      'in a cell beside its label',
      '<table><tr><td>发布时间</td><td>2014-05-06</td></tr></table>'.replace('间<', '间：<'),
      '2014-05-06',
    ],
    ['that is nought o’clock is a day', '发布时间：2014-05-06 00:00:00', '2014-05-06'],
    ['that is the last second is a day', '发布时间：2014-05-06 23:59:59', '2014-05-06'],
    ['is no deadline', '截止时间：2014-05-20 09:00', undefined],
    ['is no count of views', '浏览次数：20140506', undefined],
    ['is no period', '公告时间：2014-05-06 至 2014-05-12', undefined],
    ['is none that the calendar has not', '发布时间：2014-02-30', undefined],
  ])('%s', (_, info, time) => {
    expect(timeIn({ info })).toBe(time);
  });

  test('is never the time at which the page was made anew', () => {
    const head =
      '<meta name="Maketime" content="2019-03-22 12:28:37"><meta name="others" content="页面生成时间 2019-03-22 12:28:37">';
    expect(timeIn({ head })).toBeUndefined();
    expect(timeIn({ head: `${head}<meta name="PubDate" content="2014-05-06 09:53">` })).toBe(
      '2014-05-06 09:53',
    );
    const copied = `${head}<meta name="PubDate" content="2019-03-22 12:28">`;
    expect(timeIn({ head: copied, info: '发布时间：2014-05-06 19:19' })).toBe('2014-05-06 19:19');
    expect(timeIn({ head: copied }, 'art/2014/5/6/art_1_2.html')).toBe('2014-05-06');
  });

  test('is never the day until which Epoint shows a notice', () => {
    const page = (words: string): string =>
      pageOf({ info: '' }).replace(
        '<div class="info">',
        `<input id="souceinfoid"><div class="ewb-article-sources">${words}`,
      );
    const until = '<span id="youxiaodate">2014-05-28</span>';
    expect(articleIn(page(until)).publishedAt).toBeUndefined();
    expect(articleIn(page(`时间：${until}`)).publishedAt).toBeUndefined();
    expect(articleIn(page(`发布时间：2014-05-06 ${until}`)).publishedAt?.text).toBe('2014-05-06');
  });

  test('is doubtful where two statements lie more than a day apart, and all are named', () => {
    const parts = { head: '<meta name="PubDate" content="2014-05-06">', info: '发布时间：2014-06-09' };
    expect(timeIn(parts)).toBeUndefined();
    expect(doubtsIn(parts)).toEqual([
      'G104 发布时间有几个说法：段落“发布时间：2014-06-09”：2014-06-09；网页信息“2014-05-06”：2014-05-06',
    ]);
    expect(doubtsIn({ info: '发布时间：2014-05-06' }, 'zb/201805/t20180506_12.html')).toEqual([
      'G104 发布时间有几个说法：段落“发布时间：2014-05-06”：2014-05-06；网址“/t20180506_1”：2018-05-06',
    ]);
  });

  test('is no doubt between a day and an hour of it, and the hour is taken', () => {
    expect(
      timeIn({ head: '<meta name="PubDate" content="2014-05-06 16:40">', info: '发布时间：2014-05-06' }),
    ).toBe('2014-05-06 16:40');
    expect(doubtsIn({ info: '发布时间：2014-05-06' }, 'zb/201405/t20140507_12.html')).toEqual([]);
  });

  test('takes the year of a short day from the address', () => {
    expect(timeIn({ info: '[05-06]' }, 'zb/2014/123.html')).toBe('2014-05-06');
    expect(timeIn({ info: '[05-06]' })).toBeUndefined();
  });

  test.each([
    ['2014/05/06 9:07:00', '2014-05-06 09:07'],
    ['20140506', '2014-05-06'],
    ['20140506090703', '2014-05-06 09:07'],
    ['Tue May 06 09:07:03 CST 2014', '2014-05-06 09:07'],
    ['2014-05-06T01:07:03Z', '2014-05-06 09:07'],
    ['2014-05-06-09:07:03', '2014-05-06 09:07'],
    ['2014-05-06 00:00:00.0', '2014-05-06'],
    ['1399338423', undefined],
  ])('is read as programs write it: %s', (content, time) => {
    expect(timeIn({ head: `<meta name="PubDate" content="${content}">` })).toBe(time);
  });

  test('before 2000 or after the pages were saved is doubtful', () => {
    expect(doubtsIn({ info: '发布时间：1900-01-01' })).toEqual([
      'G122 发布时间早于 2000 年：段落“发布时间：1900-01-01”：1900-01-01',
    ]);
    const later = { info: '发布时间：2024-05-06' };
    expect(timeIn(later)).toBe('2024-05-06');
    expect(doubtsIn(later, 'a.html', { savedOn: '2020-01-01' })).toEqual([
      'G122 发布时间晚于网页保存的日期 2020-01-01：段落“发布时间：2024-05-06”：2024-05-06',
    ]);
  });

  test('that lies far from the day at the foot is doubtful: it may be that of a move to another system', () => {
    const body = `${WORDS}<p>示例镇人民政府</p><p>2014年5月6日</p>`;
    expect(doubtsIn({ body, info: '发布时间：2019-11-02' })).toEqual([
      'G104 发布时间有几个说法：段落“发布时间：2019-11-02”：2019-11-02；落款“2014年5月6日”：2014-05-06',
    ]);
    expect(timeIn({ body, info: '发布时间：2014-05-09' })).toBe('2014-05-09');
  });

  test('that is nowhere is said, with the day at the foot', () => {
    expect(doubtsIn({ body: `${WORDS}<p>2014年5月6日</p>` })).toEqual([
      'G123 页面没有写发布时间，正文的落款是 2014-05-06',
    ]);
    expect(doubtsIn({ info: '更新时间：2014-05-06' })).toEqual([
      'G104 页面只写了更新时间，可能不是发布时间：段落“更新时间：2014-05-06”：2014-05-06',
    ]);
    expect(timeIn({ info: '更新时间：2014-05-06 10:00' }, 'zb/20140506/12.html')).toBe('2014-05-06 10:00');
  });
});

describe('the title', () => {
  const titleIn = (parts: Parts): string =>
    articleIn(pageOf({ info: '发布时间：2014-05-06', ...parts })).title.text;

  test('is flattened where it holds markup, in the page and in a meta', () => {
    expect(titleIn({ title: `<h1>${TITLE}<font color='#2ac36e'>[报名中]</font></h1>` })).toBe(
      `${TITLE}[报名中]`,
    );
    expect(
      titleIn({ head: '<meta name="ArticleTitle" content="示例桥维修工程&lt;br/&gt;施工招标公告">' }),
    ).toBe(TITLE);
    expect(titleIn({ title: '<h1>示例桥维修工程<br>施工招标公告</h1>' })).toBe(TITLE);
  });

  test('is not what a template left, nor the name of the site or of a column', () => {
    for (const left of ['网站名称', '标题', '示例县公共资源交易中心', '{{title}}', '通知公告']) {
      expect(titleIn({ head: `<meta name="ArticleTitle" content="${left}">` })).toBe(TITLE);
    }
  });

  test('is without the line below it that stands in the same heading', () => {
    expect(titleIn({ title: `<h2>${TITLE}<p>发布时间 : 2014-05-06</p></h2>` })).toBe(TITLE);
    expect(
      titleIn({ title: `<div class="tt">${TITLE}</div><h3>2014-05-06 来源：示例镇【字体：大 中 小】</h3>` }),
    ).toBe(TITLE);
  });

  test('that was shortened gives way to the whole one', () => {
    expect(titleIn({ head: '<meta name="ArticleTitle" content="示例桥维修工程施工…">' })).toBe(TITLE);
  });

  test('is not the heading of a box beside the notice, nor is a day there its time', () => {
    const page = `<title>示例县招标网</title><table><tr><td><h3>办事指南</h3><table>${'<tr><td><a href="1">示例路招标公告的链接</a></td><td>2016-07-11</td></tr>'.repeat(2)}</table></td>
<td><table><tr><td>${TITLE}</td></tr><tr><td>${WORDS}</td></tr></table></td></tr></table>`;
    expect(facts(articleIn(page))).toMatchObject({ title: TITLE, publishedAt: undefined });
  });
});

describe('the source', () => {
  const sourceIn = (parts: Parts): string | undefined => articleIn(pageOf(parts)).source?.text;

  test.each<[string, string | undefined]>([
    ['来源：示例镇人民政府　浏览次数：12', '示例镇人民政府'],
    ['<span>信息来源：</span><a href="/x">示例县水务局</a><span>作者：张三</span>', '示例县水务局'],
    ['来源: | 发布时间: 2014-05-06 | 浏览次数: 2', undefined],
    ['来源：未知 作者：admin', undefined],
    ['来源：本站', '本站'],
  ])('%s', (info, source) => {
    expect(sourceIn({ info })).toBe(source);
  });

  test('is not what a template left in a meta', () => {
    expect(sourceIn({ head: '<meta name="ContentSource" content="信息来源">', info: '来源：示例镇' })).toBe(
      '示例镇',
    );
  });
});

describe('the body', () => {
  test('is without what the site puts into it, and keeps the words of the notice', () => {
    const body = `<div class="bdsharebuttonbox"><a>分享到</a></div><p>【字体：<a>大</a> <a>中</a> <a>小</a>】【<a>打 印</a>】【<a>关 闭</a>】</p>
${WORDS}<p>投标人应当关闭原有账户，并打印回执。</p><p>上一页的附表作废。</p><input type="hidden" value="秘">
<p>浏览次数：<span>233</span>次</p><p>上一篇：<a href="1.html">示例路招标公告</a></p><p>下一篇：没有了</p><p>扫一扫在手机打开当前页</p>`;
    expect(wordsIn(articleIn(pageOf({ body })))).toBe(
      '示例桥维修工程已批准建设，现公开招标，欢迎合格的投标人参加投标。报名时间：2014年5月7日至5月12日。投标人应当关闭原有账户，并打印回执。上一页的附表作废。',
    );
  });

  const OWN = `<p>资金来源：财政资金</p><p>位置：示例路北侧</p><p>主办单位：示例拍卖有限公司</p><p>技术支持：0757-00001111</p>
<p>注册资金：500万元</p><p>登录示例系统下载文件。</p><p>扫描下方二维码报名。</p><p>信息公布时间：2014年5月8日</p><p>联系我们</p>
<table><tr><td>规模</td><td>大</td><td>中</td><td>小</td></tr><tr><td>阀门</td><td>关闭</td><td>正常</td><td>-</td></tr><tr><td>查看</td><td>更多</td><td>T</td><td>打印</td></tr></table>
<p>今天是公告的第一日，欢迎访问现场。</p><p>版权所有的资料不得外传。</p><p>浏览次数不限。</p>`;

  test.each([
    ['marked', pageOf({ body: OWN })],
    [
      'found by its words',
      pageOf({ body: OWN, info: '发布时间：2014-05-06' }).replace('article-content', 'x1'),
    ],
    [
      'in a box that is called after printing',
      pageOf({ body: OWN }).replace('class="main"', 'class="main" id="print"'),
    ],
  ])('that is %s keeps words that sites have too', (_, page) => {
    const cells = '规模大中小阀门关闭正常-查看更多T打印';
    const words = wordsIn(articleIn(page));
    for (const line of OWN.replaceAll(/<table.*<\/table>/gsu, '').split(/<\/?p>/u)) {
      expect(words).toContain(line.replaceAll(/\s/gu, ''));
    }
    expect(words).toContain(cells);
  });

  test('keeps the title that the notice begins with itself', () => {
    const own = `<h1 align="center">${TITLE}</h1>${WORDS}`;
    expect(wordsIn(articleIn(pageOf({ body: own }))).startsWith(`${TITLE}示例桥`)).toBe(true);
  });

  test('begins after the head of the page where that stands in it', () => {
    const page = `<title>${TITLE}</title><div id="zoom"><h1>${TITLE}</h1><p>发布时间：2014-05-06 来源：示例镇</p>${WORDS}</div>`;
    const article = articleIn(page);
    expect(facts(article)).toMatchObject({ title: TITLE, publishedAt: '2014-05-06', source: '示例镇' });
    expect(wordsIn(article).startsWith('示例桥维修工程已批准建设')).toBe(true);
  });

  test('stands where the office says, before all marks', () => {
    const page = pageOf({ after: `<div id="own"><p>另一处文字，比正文短。</p></div>` });
    expect(wordsIn(articleIn(page, 'a.html', { bodyAt: ['#none', '][', 'div > #own'] }))).toBe(
      '另一处文字，比正文短。',
    );
    expect(articleIn(page, 'a.html', { bodyAt: ['#own'] }).bodyAt).toBe('#own');
  });

  test('is doubtful where the page has two large blocks of words', () => {
    const block = (words: string): string => `<div><p>${words}</p><p>${words}</p></div>`;
    const page = `<title>${TITLE}</title><h1>${TITLE}</h1>${block('甲乙丙丁，戊己庚辛。')}${block('子丑寅卯，辰巳午未。')}`;
    expect(articleIn(page).doubts.map(({ code, message }) => `${code} ${message}`)).toContain(
      'G128 正文的范围没有把握：页面有几大块文字，分不清哪一块是正文，都取了',
    );
  });
});

describe('attachments', () => {
  const filesIn = (parts: Parts) =>
    articleIn(pageOf(parts)).attachments.map(({ address, name }) => [address, name]);

  test('are links to documents, by what the page calls them, each once', () => {
    const body = `${WORDS}<p><a href="./P020140506.doc">投标报名表.doc</a><a href="P020140506.doc">下载</a></p>
<p>附件：<a href="/UploadFile/x.rar"><img src="/images/rar.gif"></a> <a href="/down/download.jsp?id=5" title="清单.xls">点击下载</a></p>
<p><a href="javascript:void(0)">不是.doc</a><a href="{{url}}">{{name}}.doc</a><a href="/zb/2.html">另一份公告</a></p>`;
    expect(filesIn({ body })).toEqual([
      ['./P020140506.doc', '投标报名表.doc'],
      ['/UploadFile/x.rar', 'x.rar'],
      ['/down/download.jsp?id=5', '清单.xls'],
    ]);
  });

  test('are those after the body too, and none of the site', () => {
    const after =
      '<div class="fj"><a href="a.pdf">招标文件.pdf</a></div><div class="footer"><a href="/help.doc">使用手册.doc</a></div>';
    expect(filesIn({ after })).toEqual([['a.pdf', '招标文件.pdf']]);
  });

  test('that only a script would print are found', () => {
    const head = `<script>var fujian1 = "<a href=\\"./P1.pdf\\">图纸.pdf</a>"; var file_appendix='<a href="./P2.zip" target="_blank">清单.zip</a><br/>';</script>`;
    expect(filesIn({ head })).toEqual([
      ['./P1.pdf', '图纸.pdf'],
      ['./P2.zip', '清单.zip'],
    ]);
  });
});

test('other addresses of a page are those that it states, and no home page', () => {
  const head = `<link rel="canonical" href="http://www.example.cn/zb/1.html"><link rel="canonical" href="http://www.example.cn/">
<meta property="og:url" content="http://www.example.cn/zb/1.html"><meta name="mobile-agent" content="format=html5;url=http://m.example.cn/zb/1.html">
<script>if (isPhone) { window.location.href='http://www.example.cn/zb/t20140506_1_ewm.shtml'; }</script>`;
  expect(
    articleIn(
      `<!-- saved from url=(0030)http://old.example.cn/zb/1.html -->${pageOf({ head })}`,
      'zb/t20140506_1.shtml',
    ).addresses,
  ).toEqual([
    'http://www.example.cn/zb/1.html',
    'http://m.example.cn/zb/1.html',
    'http://old.example.cn/zb/1.html',
    'http://www.example.cn/zb/t20140506_1_ewm.shtml',
  ]);
});

test('a page whose body was never filled has none, whatever stands around it', () => {
  const page = pageOf({
    info: '发布时间：2014-05-06',
    body: '',
    after: '<div class="tel"><p>咨询电话：0757-00001111，欢迎来电。</p><p>地址：示例路1号。</p></div>',
  });
  expect(refusalOf(page)).toBe('G103 页面里找不到正文或者标题');
});
