import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXPECTED } from './acceptance.ts';
import { addressOf, articleIn, bytesOf, facts, refusalOf } from './read.ts';

describe('a saved page of each system gives what a person reads in it', () => {
  test.each(EXPECTED)('$page', ({ page, first, last, ...expected }) => {
    const { body, sure, ...found } = facts(articleIn(bytesOf(page), addressOf(page)));
    const ends = [first, last].map((words) => words.replaceAll(/\s/gu, ''));
    expect({
      ...found,
      ends: [body.slice(0, ends[0]!.length), ends[1] === '' ? body : body.slice(-ends[1]!.length)],
    }).toEqual({
      publishedAt: undefined,
      source: undefined,
      attachments: [],
      breadcrumb: [],
      addresses: [],
      doubts: [],
      ...expected,
      ends,
    });
    expect(sure > 0).toBe(expected.system !== 'plain');
  });
});

const KINDS: Readonly<Record<string, string>> = {
  '404-iis.html': '出错页（页面不存在）',
  '404.html': '出错页（页面不存在）',
  '500-aspnet.html': '出错页',
  'captcha-in-template.html': '验证码页',
  'captcha.html': '验证码页',
  'deleted-in-template.html': '出错页（页面不存在）',
  'frameset.html': '框架页，内容在别的文件里',
  'index.html': '网站首页',
  'list-tables.html': '列表页',
  'list-trs.html': '列表页',
  'login.html': '登录页',
  'refresh.html': '跳转页，没有内容',
  'script-shell.html': '靠脚本显示内容的空页，保存下来的没有文字',
  'search.html': '检索页',
};

test('a page that is no announcement is refused by what it is', () => {
  const found = readdirSync('tests/fixtures/import/none').map((name) => [
    name,
    refusalOf(bytesOf(`none/${name}`), name),
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, `G102 不是公告页，是${kind}`])),
  );
});

test('a page without a body or a title says so, and where to say where it is', () => {
  expect(refusalOf('<title>示例</title><p>你好</p>')).toBe('G103 页面里找不到正文或者标题');
});
