// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsOf } from './page.ts';
import { announcedPage } from './announced-page.ts';
import { filesIn, sectionsOf } from '../../../src/client/kiosk/sections.ts';
import { clock } from '../../../src/client/kiosk/time.ts';
import { headOf } from '../../../src/client/kiosk/title.ts';

const NOON = Date.parse('2026-11-22T12:00:00+08:00');

const opened: string[] = [];
const open = (id: string): void => void opened.push(id);

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  // Another file may have told the same clock another time.
  clock.heard(new Date(NOON).toUTCString());
  opened.length = 0;
});
afterEach(() => void vi.useRealTimers());

describe('what stands above an announcement', () => {
  const headWith = (parts: Parameters<typeof announcedPage>[0] = {}) => headOf(announcedPage(parts), open);

  test('is its title, where it stands in time, what happened to it, and its deadline with what is left', () => {
    const [title, byline, corrected, deadline] = headWith();
    expect(title!.outerHTML).toBe('<h2>示例道路工程招标公告</h2>');
    expect(wordsOf(byline!)).toBe('可参与 已更正 建设工程 · 招标公告 发布 2026年10月26日（星期一）09:00');
    expect([...byline!.querySelectorAll('.tag')].map(({ className }) => className)).toEqual([
      'tag tag-open',
      'tag tag-corrected',
    ]);
    expect(corrected!.className).toBe('box box-corrected');
    expect(wordsOf(deadline!.querySelector('.deadline-when'))).toBe(
      '2026年12月8日（星期二）09:30（北京时间）',
    );
    expect(wordsOf(deadline!)).toContain('还剩 15 天 21 小时');
    expect(wordsOf(deadline!)).not.toContain('加入日历');
  });

  test('leads to the correction by a button', () => {
    const go = headWith()[2]!.querySelector('button')!;
    expect(wordsOf(go)).toBe('示例道路工程更正公告');
    go.click();
    expect(opened).toEqual(['correction-1']);
  });

  test('of one without a deadline is no box for it, and no tag of time', () => {
    const head = headWith({ boxes: '', byline: '<span> 通知公告 · 通知 </span>' });
    expect(head.map(wordsOf)).toEqual(['示例道路工程招标公告', '通知公告 · 通知']);
  });

  test('of one that was withdrawn is when and why, with nobody to telephone from the machine', () => {
    const withdrawn = `<section class="box box-withdrawn"><h2 id="withdrawal">已撤下</h2>
      <p>本公告已于2026年11月20日撤下，内容不再有效，请不要照它办事。</p><p>原因：写错了金额</p>
      <p>有疑问请问示例中心，电话 <a href="tel:0757-00000001">0757-00000001</a>。</p></section>`;
    const head = headWith({ boxes: withdrawn, byline: '<span class="tag tag-withdrawn">已撤下</span>' });
    expect(head[2]!.className).toBe('box box-withdrawn');
    expect(wordsOf(head[2]!)).toMatch(
      /^已撤下 本公告已于2026年11月20日撤下.*原因：写错了金额.*0757-00000001。$/u,
    );
    expect(head[2]!.querySelector('a, button')).toBeNull();
  });

  test.each([
    ['2026-12-05T09:29:00+08:00', '可参与', '还剩 3 天 0 小时'],
    ['2026-12-06T09:30:00+08:00', '即将截止', '还剩 2 天 0 小时'],
    ['2026-12-08T09:30:00+08:00', '已截止', '已截止'],
  ])('at %s, as its server tells, says %s', (now, tag, left) => {
    vi.setSystemTime(Date.parse(now));
    clock.heard(new Date(now).toUTCString());
    const [, byline, , deadline] = headWith().map(wordsOf);
    expect(byline).toContain(tag);
    expect(deadline).toContain(left);
  });

  test('says nothing of the present where no clock can be trusted', () => {
    vi.setSystemTime(0);
    clock.heard('Thu, 01 Jan 1970 00:00:00 GMT');
    const [, byline, , deadline] = headWith().map(wordsOf);
    expect(byline).toBe('已更正 建设工程 · 招标公告 发布 2026年10月26日（星期一）09:00');
    expect(deadline).toContain('本机的钟不准，是否截止请看上面的时间。');
    expect(deadline).not.toContain('还剩');
  });
});

describe('the parts of an announcement', () => {
  const sectionsWith = (parts: Parameters<typeof announcedPage>[0] = {}) =>
    sectionsOf(announcedPage(parts), open);
  const sectionOf = (jump: string, parts = {}) => sectionsWith(parts).find((one) => one.jump === jump)!.node;

  test('come in the order in which somebody in the lobby needs them, each under its heading', () => {
    const sections = sectionsWith();
    expect(sections.map(({ jump, node }) => [jump, wordsOf(node.querySelector('h3'))])).toEqual([
      ['关键信息', '关键信息'],
      ['更正记录', '更正记录'],
      ['项目进度', '项目进度'],
      ['公告正文', '公告正文'],
      ['附件', '附件'],
      ['异议投诉', '异议与投诉'],
    ]);
    expect(sections.flatMap(({ node }) => [...node.querySelectorAll('a, [href], [id], script')])).toEqual([]);
  });

  test('are those that the announcement has', () => {
    const sections = sectionsWith({ changes: '', files: '', progress: '' });
    expect(sections.map(({ jump }) => jump)).toEqual(['关键信息', '公告正文', '异议投诉']);
    expect(filesIn(announcedPage({ files: '' }))).toBe(0);
  });

  test('of a correction begin with what it corrects, which is a button', () => {
    const corrects = `<section aria-labelledby="corrects"><h2 id="corrects">更正了什么</h2>
      <p>被更正的公告：<a href="/site/announcements/tender/">示例道路工程招标公告</a></p></section>`;
    const [first] = sectionsWith({ facts: corrects });
    expect(first!.jump).toBe('更正内容');
    const paragraph = first!.node.querySelector('p')!;
    expect(wordsOf(paragraph)).toBe('被更正的公告：示例道路工程招标公告');
    paragraph.querySelector('button')!.click();
    expect(opened).toEqual(['tender']);
  });

  test('tell each correction with its table, the old value struck out, and lead to it', () => {
    const changes = sectionOf('更正记录');
    expect(wordsOf(changes.querySelector('h4'))).toBe('第 1 次更正，2026年11月2日（星期一）10:00');
    expect(changes.querySelector('.table table del')!.textContent).toBe('11月18日');
    changes.querySelector('button')!.click();
    expect(opened).toEqual(['correction-1']);
  });

  test('have the steps of the project, the one that is read marked and all others buttons', () => {
    const steps = [...sectionOf('项目进度').querySelectorAll('.timeline > li')];
    expect(steps.map(wordsOf)).toEqual([
      '2026年9月7日（星期一）09:00招标计划',
      '2026年10月26日（星期一）09:00招标公告（本公告）',
      '2026年11月2日（星期一）10:00更正公告（已撤下）',
      '2026年12月8日（星期二）09:30预计：开标',
      '预计：合同公告',
    ]);
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null, null, null]);
    expect(steps.map(({ className }) => className)).toEqual(['', '', '', 'expected', 'expected']);
    for (const step of steps) step.querySelector('button')?.click();
    expect(opened).toEqual(['plan', 'correction-1']);
  });

  test('name the attachments, which only a telephone opens', () => {
    const files = sectionOf('附件');
    expect([...files.querySelectorAll('li')].map(wordsOf)).toEqual([
      '招标文件（PDF，59 KB，2 页）',
      '工程量清单（XLSX，7 KB）',
    ]);
    expect(wordsOf(files)).toContain('这台机器上不能打开附件');
    expect(filesIn(announcedPage())).toBe(2);
  });

  test('have the words as they were published, without their list of contents', () => {
    expect(wordsOf(sectionOf('公告正文'))).toBe('公告正文 一、招标条件本项目已经批准建设。');
  });

  test('keep cells of a sum, a code or a result in one line', () => {
    const table = '<table><tr><td>1,160万元</td><td>市政公用工程施工总承包二级及以上</td></tr></table>';
    const words = `<section><h2 id="words">公告正文</h2><div class="words">${table}</div></section>`;
    const cells = [...sectionOf('公告正文', { words }).querySelectorAll('td')];
    expect(cells.map(({ className }) => className)).toEqual(['short', '']);
  });
});
