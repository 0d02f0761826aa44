import { describe, expect, test } from 'vitest';
import { articleIn, facts, refusalOf, wordsIn } from './read.ts';

/** Pages of sites made by hand: what stands around a notice is none of it, and makes no other page of it. */
const page = (body: string, title = '示例县公共资源交易中心'): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const HEAD = '<h1>示例桥维修工程招标公告</h1><p>发布时间：2014-05-06 10:22\u3000来源：示例镇</p>';
const WORDS =
  '<p>示例桥维修工程已批准建设，现公开招标，欢迎投标。</p><p>招标人：示例镇人民政府（虚构）</p><p>2014年5月6日</p>';
const LOGIN = '<div><h3>会员登录</h3>用户名：<input> 密码：<input type="password"> 验证码：<input></div>';

describe('an article is read', () => {
  test.each([
    ['beside a form for members', `${LOGIN}<div>${HEAD}<div>${WORDS}</div></div>`],
    [
      'above a form for comments',
      `<div>${HEAD}<div>${WORDS}</div></div><p>用户名: <input> 密码: <input> 匿名发表</p><p>请输入验证码</p>`,
    ],
  ])('%s', (_, body) => {
    expect(facts(articleIn(page(body)))).toMatchObject({
      title: '示例桥维修工程招标公告',
      publishedAt: '2014-05-06 10:22',
      source: '示例镇',
    });
  });

  test.each([
    [
      'of a system that is out of order',
      '因系统维护，网站暂停服务一天，期间系统出错、页面不存在的，请稍后再试。',
    ],
    ['of a document that is withdrawn', '原公告附件内容已删除，以本公告为准；没有权限的，请登录后下载。'],
  ])('a short notice %s', (_, words) => {
    const article = articleIn(
      page(`<div>${HEAD}<div id="zoom"><p>${words}</p><p>2014年5月6日</p></div></div>`),
    );
    expect(wordsIn(article)).toContain(words);
  });

  test('a short notice whose sum has the figures of an error in it', () => {
    const body = WORDS.replace('</p><p>', '</p><p>合同金额：3,081,404.70元</p><p>');
    const article = articleIn(page(`<div><h1>示例桥维修工程合同公告</h1><div id="zoom">${body}</div></div>`));
    expect(wordsIn(article)).toContain('3,081,404.70元');
  });

  test('in a form of ASP.NET, whose words stand in a label', () => {
    const article = articleIn(
      page(
        `<form><div><h3>会员登录</h3>用户名：<input> 密码：<input type="password"></div>
        <div id="right"><div>当前位置：<a href="/">首页</a> &gt; <a href="/12">中标公告</a></div>
        <div><span id="ctl00_ContentPlaceHolder1_lblTitle">示例路绿化工程中标结果公告</span></div>
        <div><span id="ctl00_ContentPlaceHolder1_lblInfo">发布人：交易科\u3000发布时间：2011/9/28 9:05:00\u3000浏览：<span>233</span>次</span></div>
        <span id="ctl00_ContentPlaceHolder1_lblContent">示例路绿化工程于2011年9月20日开标，现将结果公告如下：<br>工程名称：示例路绿化工程<br>中标单位：示例园林公司（虚构）<br><div align="right">2011年9月28日</div></span></div></form>`,
      ),
    );
    expect(facts(article)).toMatchObject({
      title: '示例路绿化工程中标结果公告',
      publishedAt: '2011-09-28 09:05',
    });
    expect(wordsIn(article)).toMatch(/^示例路绿化工程于2011年9月20日开标.*2011年9月28日$/u);
  });

  test('and a form for members alone is none', () => {
    expect(refusalOf(page(LOGIN))).toBe('G102 不是公告页，是登录页');
  });
});

test('the way to the page and the line of its editor are no words of the notice', () => {
  const article = articleIn(
    page(
      `<div><a href="/">首页</a></div><div><div>首页 >> 建设工程 >> 废标公告</div><div>示例水厂监理招标流标公告</div>
      <div>2016/1/5 下午 03:20:16\u3000|\u3000编辑：系统管理员\u3000|\u3000阅读：102</div>
      <div><p>示例水厂监理因有效投标人不足三家，本次招标流标。</p><p>招标人：示例水务公司（虚构）</p></div></div>`,
    ),
    'jsgc/7.html',
  );
  expect(facts(article)).toMatchObject({
    title: '示例水厂监理招标流标公告',
    publishedAt: '2016-01-05 15:20',
  });
  expect(wordsIn(article)).toBe(
    '示例水厂监理因有效投标人不足三家，本次招标流标。招标人：示例水务公司（虚构）',
  );
});

test('a notice of pictures is those below its title, whatever words the foot of the page has', () => {
  const article = articleIn(
    page(
      `<table><tr><td><img src="/images/2008_01.jpg" width="980" height="140"></td></tr></table>
      <div><h3>示例县敬老院工程中标公示</h3>日期：2008-9-12 \u3000来源：招标办</div>
      <div><p><img src="/upfile/91201.jpg" width="700"></p><p><img src="/upfile/91202.jpg" width="700"></p></div>
      <div>[<a href="javascript:window.print()">打印</a>]</div>
      <table><tr><td>友情链接：<select><option>示例市政府</option></select></td></tr></table>`,
    ),
  );
  expect(facts(article)).toMatchObject({
    title: '示例县敬老院工程中标公示',
    publishedAt: '2008-09-12',
    body: '',
    doubts: ['G105', 'G128'],
  });
});

describe('a list is refused', () => {
  const rows = (cells: (number: number) => string): string =>
    [1, 2, 3, 4, 5, 6].map((number) => cells(number)).join('');

  test('that is a table without links', () => {
    const table = rows(
      (n) =>
        `<tr><td>${n}</td><td>示例第${n}小学工程</td><td>示例公司（虚构）${n}</td><td>2018-03-0${n}</td></tr>`,
    );
    expect(
      refusalOf(
        page(
          `<form>项目名称：<input><table><tr><th>序号</th><th>项目名称</th><th>成交单位</th><th>发布日期</th></tr>${table}
          <tr><td colspan="4">共 <span>500</span> 条记录 第 1/25 页 首页 上一页 <a href="#">下一页</a></td></tr></table></form>`,
          '成交公示',
        ),
      ),
    ).toBe('G102 不是公告页，是列表页');
  });

  test('that has the first sentences of each notice', () => {
    const entries = rows(
      (n) =>
        `<li><a href="/${n}.html">示例第${n}小学设备采购招标公告</a><p>受示例第${n}小学委托，就设备采购项目进行公开招标，欢迎合格供应商前来投标，预算金额${n}0万元。</p><span>2018-03-0${n}</span></li>`,
    );
    expect(
      refusalOf(
        page(`<h2>招标公告</h2><ul>${entries}</ul><div>共 <b>120</b> 条 1/8 首页 上一页 下一页</div>`),
      ),
    ).toBe('G102 不是公告页，是列表页');
  });
});

test('words that a page keeps hidden until its script has run are shown, as on the pages of WeChat', () => {
  const article = articleIn(
    page(
      `<h1 id="activity-name">示例区物业租赁竞价结果公示</h1><div><a>示例平台</a><em id="publish_time">2021-12-01 17:05</em></div>
      <div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><p>标的：示例村1号商铺</p><p>成交价：3500元/月</p></div>
      <div>阅读原文 阅读 100</div>`,
      '',
    ),
  );
  expect(facts(article)).toMatchObject({
    title: '示例区物业租赁竞价结果公示',
    publishedAt: '2021-12-01 17:05',
  });
  expect(wordsIn(article)).toBe('标的：示例村1号商铺成交价：3500元/月');
});

test('notices behind other tabs of a page make it doubtful', () => {
  const tab = (words: string, style = ''): string => `<div class="ewb-info-bd"${style}>${words}</div>`;
  const read = (second: string): readonly string[] =>
    articleIn(
      page(`<h2 class="ewb-trade-title">示例学校新建项目</h2><div>发布时间：2014-05-06 15:30</div>
      <div>${tab(WORDS)}${tab(second, ' style="display:none"')}</div>`),
    ).doubts.map(({ code, message }) => `${code} ${message}`);
  expect(
    read('<p>示例学校新建项目变更公告</p><p>投标截止时间变更为2019年6月18日9时00分，其他内容不变。</p>'),
  ).toEqual([
    'G110 页面里还有 1 处没有显示出来的正文，没有搬过来：“示例学校新建项目变更公告投标截止时间变更为201”',
  ]);
  expect(read('')).toEqual([]);
});

describe('an attachment whose link says only 下载', () => {
  const named = (list: string): readonly unknown[] =>
    articleIn(page(`<div>${HEAD}<div class="article-content">${WORDS}</div>${list}</div>`)).attachments;

  test.each([
    [
      'is called as the cell before it',
      '<table><tr><td>1</td><td>招标文件.pdf</td><td>1.25MB</td><td><a href="/d/download?id=1">下载</a></td></tr></table>',
    ],
    [
      'is called as the words before it',
      '<ul><li><i></i><span>招标文件.pdf</span><a href="/d/download?id=1">下载</a></li></ul>',
    ],
  ])('%s', (_, list) => {
    expect(named(list)).toEqual([{ address: '/d/download?id=1', name: '招标文件.pdf' }]);
  });
});

test.each([
  ['发布：2014-05-06\u3000状态：已截止', '2014-05-06'],
  ['2014年05月06日 星期二 10:22:12\u3000来源：示例镇\u3000点击：5', '2014-05-06 10:22'],
  ['今天是 2024年5月6日 星期一', undefined],
])('the time of publication is read in “%s”', (info, expected) => {
  const article = articleIn(
    page(
      `<h1>示例桥维修工程招标公告</h1><p>${info}</p><div class="article-content">${WORDS.replace('2014年5月6日', '')}</div>`,
    ),
  );
  expect(article.publishedAt?.text).toBe(expected);
});

test('a page whose body stands in a frame is refused with the page of the frame', () => {
  expect(
    refusalOf(page(`${HEAD}<div class="article-content"><iframe src="/files/body.html"></iframe></div>`)),
  ).toBe('G103 正文在框架里（/files/body.html），不在这个文件里');
});
