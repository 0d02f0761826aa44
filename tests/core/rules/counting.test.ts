import { describe, expect, test } from 'vitest';
import type { Facts, Matter } from '../../../src/core/rules/matter.ts';
import { check } from '../../../src/core/check.ts';
import { rulesFor } from '../../../src/core/rules/list.ts';
import { findingOf, judge } from '../../../src/core/rules/rule.ts';
import { figuresOf } from '../../../src/site/statutory.ts';

const { calendar } = check('content').corpus;

const matterOf = (category: Matter['category'], type: string, facts: Facts, call?: Matter): Matter => {
  const matter: Matter = {
    id: 'one',
    category,
    type,
    facts: { publishedAt: '2026-03-16T16:00:00+08:00', ...facts },
    body: '公告期限按规定，接受联合体',
    attachments: [],
    changes: [],
    calendar,
    local: [],
    correctionsBy: () => undefined,
  };
  matter.call = call ?? matter;
  if (call) matter.parent = call;
  return matter;
};

/** What a rule finds: the loudness of its finding, `pass` without one, and the figures on the page. */
function ofRule(code: string, matter: Matter): { severity: string; figures: string; message: string } {
  const [judgement] = judge(
    rulesFor(matter).filter((rule) => rule.code === code),
    matter,
  );
  return {
    severity: findingOf(matter, judgement!)?.severity ?? judgement!.outcome.verdict,
    figures: figuresOf(judgement!.outcome),
    message: judgement!.outcome.message,
  };
}

const consultation = (facts: Facts) =>
  ofRule('D342', matterOf('procurement', 'competitive-consultation', facts));
const purchase = (facts: Facts) => ofRule('D312', matterOf('procurement', 'tender-notice', facts));
const sale = (facts: Facts) => ofRule('D121', matterOf('construction', 'tender-notice', facts));
const candidates = (facts: Facts, call: Facts = { mustTender: true }) =>
  ofRule(
    'D131',
    matterOf('construction', 'candidate-notice', facts, matterOf('construction', 'tender-notice', call)),
  );

describe('文件提供五个工作日，三分之二的公告把第一天也算进去', () => {
  const window = { documentsFrom: '2026-03-17', documentsUntil: '2026-03-23' };
  const sameDay = { ...window, publishedAt: '2026-03-17T09:00:00+08:00' };

  test.each([
    ['磋商', consultation],
    ['招标', (facts: Facts) => purchase({ ...facts, procurementKind: 'goods' })],
  ])('%s：公告在前一天，通过；当天发布，只轻轻说一次', (_, judged) => {
    expect(judged(window).severity).toBe('pass');
    expect(judged(sameDay)).toMatchObject({
      severity: 'info',
      message: expect.stringContaining('按首日计入为 5 个工作日') as string,
    });
  });

  test('写了品目类别，不比没有写的说得更响', () => {
    expect(purchase(sameDay).severity).toBe('info');
    expect(purchase({ ...sameDay, procurementKind: 'goods' }).severity).toBe('info');
  });

  test('怎么算都不够的，照实说差几天', () => {
    const short = consultation({ ...window, documentsUntil: '2026-03-20' });
    expect(short.severity).toBe('warning');
    expect(short.message).toContain('4 个工作日，少于法定 5 个工作日，还差 1 个工作日');
  });
});

describe('工程文件发售五日', () => {
  test.each([
    ['给了六天，最后一天是星期日', '2026-03-22', 'pass'],
    ['给了五天半，最后一天是星期六', '2026-03-21', 'pass'],
    ['把第一天也算进去才够', '2026-03-20', 'info'],
    ['怎么算都不够', '2026-03-19', 'error'],
  ])('%s', (_, documentsUntil, severity) => {
    expect(sale({ documentsFrom: '2026-03-16', documentsUntil }).severity).toBe(severity);
  });
});

describe('法定期限核验只印公告上有的日期，并说明怎么数', () => {
  test('次日开始的公示从次日印起，当天计入', () => {
    const { figures, severity } = candidates({ publicityFrom: '2026-03-17', publicityUntil: '2026-03-19' });
    expect(figures).toBe(
      '2026年3月17日（公示开始，当天计入）至2026年3月19日（公示结束），共 3 日，要求不少于 3 日',
    );
    expect(severity).toBe('pass');
  });

  test('当天开始的公示，当天不计入', () => {
    const { figures } = candidates({ publicityFrom: '2026-03-16', publicityUntil: '2026-03-19' });
    expect(figures).toBe(
      '2026年3月16日（公示开始，当天不计入）至2026年3月19日（公示结束），共 3 日，要求不少于 3 日',
    );
  });

  test('写的开始早于发布，从发布算起，印的就是发布的日期', () => {
    const { figures } = candidates({ publicityFrom: '2026-03-13', publicityUntil: '2026-03-19' });
    expect(figures).toContain('2026年3月16日（公告发布，当天不计入）');
  });
});

describe('没有写依法必须招标', () => {
  const short = { publicityFrom: '2026-03-16', publicityUntil: '2026-03-17' };
  const works = { title: '示例路改造工程施工招标公告' };
  const wan = (count: number) => count * 1_000_000;

  test.each<[string, Facts, string]>([
    ['财政资金，施工 400 万元起，推定', { fundSource: '区财政资金', budgetFen: wan(400) }, 'warning'],
    ['施工不到 400 万元', { fundSource: '区财政资金', budgetFen: wan(399) }, 'info'],
    ['国有资金', { fundSource: '国有资金', budgetFen: wan(500) }, 'warning'],
    ['国有资金不占主导', { fundSource: '国有资金30%，企业自筹70%', budgetFen: wan(500) }, 'info'],
    ['财政资金不到一成', { fundSource: '财政资金 9%、自筹 91%', budgetFen: wan(5000) }, 'info'],
    ['财政资金一成，刚好 200 万元', { fundSource: '财政资金10%，自筹90%', budgetFen: wan(2000) }, 'warning'],
    [
      '监理 100 万元起',
      { title: '示例路监理招标公告', fundSource: '财政资金', budgetFen: wan(200) },
      'warning',
    ],
    [
      '设备 200 万元起',
      { title: '示例设备采购招标公告', fundSource: '财政资金', budgetFen: wan(199) },
      'info',
    ],
    ['没有写资金来源', { budgetFen: wan(5000) }, 'info'],
    ['没有写金额', { fundSource: '区财政资金' }, 'info'],
    ['非国有资金', { fundSource: '非国有资金', budgetFen: wan(5000) }, 'info'],
    ['写了不是', { mustTender: false, fundSource: '财政资金', budgetFen: wan(5000) }, 'none'],
    ['写了是', { mustTender: true, fundSource: '财政资金', budgetFen: wan(5000) }, 'error'],
  ])('%s', (_, call, severity) => {
    const matter = matterOf(
      'construction',
      'candidate-notice',
      { ...short, publicityUntil: '2026-03-16' },
      matterOf('construction', 'tender-notice', { ...works, ...call }),
    );
    const [judgement] = judge(
      rulesFor(matter).filter(({ code }) => code === 'D131'),
      matter,
    );
    expect(judgement ? findingOf(matter, judgement)?.severity : 'none').toBe(severity);
  });

  test('推定的说明是推定，并问经办人', () => {
    const call = { ...works, fundSource: '区财政资金 100%', budgetFen: wan(800) };
    const matter = matterOf(
      'construction',
      'candidate-notice',
      short,
      matterOf('construction', 'tender-notice', call),
    );
    const [judgement] = judge(
      rulesFor(matter).filter(({ code }) => code === 'D131'),
      matter,
    );
    const { message, help } = findingOf(matter, judgement!)!;
    expect(message).toContain('第二条、第五条推定依法必须招标');
    expect(help).toContain('依法必须招标: 否');
  });
});
