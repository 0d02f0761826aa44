import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Checked, Draft, DraftFile, ProjectHit, Work } from '../../src/core/desk/api.ts';
import type { Answers } from '../../src/core/drafting/draft.ts';
import { contentFolder, NOTICE, notice, temporaryFolder } from '../cli/command.ts';
import { deskFor, type TestDesk } from './open.ts';

/** A tender that nothing stands against. */
const TENDER: Answers = {
  标题: '示例路道路工程施工招标公告',
  项目编号: 'GM-JS-2026-900',
  发布时间: '2026-03-02 09:00',
  招标人: '高明区示例街道建设办公室',
  预算金额: '358.6万元',
  文件获取开始: '2026-03-02',
  文件获取结束: '2026-03-09',
  投标截止: '2026-03-25 09:30',
  依法必须招标: '是',
  地区: '荷城街道',
};

async function draftOf(
  desk: TestDesk,
  answers: Answers,
  body: string,
  type = '招标公告',
  category = 'construction',
) {
  const { body: draft } = await desk.ask<Draft>('POST', '/api/drafts', { category, type });
  const all = { ...draft.answers, ...answers };
  await desk.ask('PUT', `/api/drafts/${draft.key}`, { rev: 1, answers: all, body, files: draft.files });
  return draft.key;
}

const checked = async (desk: TestDesk, key: string): Promise<Checked> =>
  (await desk.ask<Checked>('POST', `/api/drafts/${key}/check`, { seq: 7 })).body;

const about = ({ findings }: Checked, code: string) => findings.filter((finding) => finding.code === code);

test('a date says how far it lies from the one that the law counts from, and whether that is enough', async () => {
  const desk = await deskFor();
  const key = await draftOf(desk, TENDER, '## 一、招标条件\n\n已经批准。');
  const { periods, seq, rev } = await checked(desk, key);
  expect([seq, rev]).toEqual([7, 2]);
  const deadline = periods.filter(({ label }) => label === '投标截止');
  expect(deadline[0]).toMatchObject({
    words: expect.stringMatching(/^2026年3月25日（星期三）09:30 · 距.+ 23 日，法定不少于 20 日$/u),
    isKept: true,
    citation: expect.stringContaining('招标投标法'),
  });
});

test('a period that is too short is told at its field while the form is still half empty', async () => {
  const desk = await deskFor();
  const { 地区: _, ...half } = TENDER;
  const key = await draftOf(desk, { ...half, 投标截止: '2026-03-12 09:30' }, '');
  const found = await checked(desk, key);
  expect(found.canBeSubmitted).toBe(false);
  expect(about(found, 'F202')[0]).toMatchObject({ field: '地区', severity: 'error' });
  expect(about(found, 'D104')[0]).toMatchObject({ field: '投标截止', severity: 'error' });
  expect(found.periods.find(({ label }) => label === '投标截止')).toMatchObject({ isKept: false });
});

test('a finding stands at its record, and in the body at its line', async () => {
  const desk = await deskFor();
  const lots = [
    { 编号: '1', 名称: '一标段', 预算金额: '100万元' },
    { 编号: '2', 名称: '二标段', 预算金额: '258.6' },
  ];
  const key = await draftOf(desk, { ...TENDER, 标段: lots }, '第一段。\n\n第二段。\n\n见[附件](没有.pdf)。');
  const found = await checked(desk, key);
  expect(about(found, 'F304')[0]).toMatchObject({ field: '标段', record: { index: 1, label: '预算金额' } });
  expect(about(found, 'C107')[0]).toMatchObject({ bodyLine: 4 });
});

test('what the text says otherwise than the fields is shown with both', async () => {
  const desk = await deskFor();
  const key = await draftOf(desk, TENDER, '正文。\n\n投标截止时间：2026年3月26日 9时30分。');
  const { differences } = await checked(desk, key);
  expect(differences).toEqual([
    {
      label: '投标截止',
      field: '2026年3月25日（星期三）09:30',
      body: '2026年3月26日 9时30分',
      bodyLine: 2,
    },
  ]);
});

test('an id that is taken, and one that cannot be, are told before anything is written', async () => {
  const desk = await deskFor();
  const taken = await draftOf(desk, { ...TENDER, 标识: 'gm-tz-2026-001' }, '正文。');
  expect(about(await checked(desk, taken), 'F402')[0]).toMatchObject({ field: '标识', severity: 'error' });
  const wrong = await draftOf(desk, { ...TENDER, 标识: '../x' }, '正文。');
  expect(about(await checked(desk, wrong), 'F401')[0]).toMatchObject({ field: '标识', severity: 'error' });
});

test.each([
  ['con', 'F332'],
  ['lpt1', 'F332'],
  ['index', 'F401'],
  [`gm-${'a'.repeat(100)}`, 'F331'],
])('an id that no file can bear is told at once: %s', async (id, code) => {
  const desk = await deskFor();
  const found = await checked(desk, await draftOf(desk, { ...TENDER, 标识: id }, '正文。'));
  expect(about(found, code)).toEqual([expect.objectContaining({ field: '标识', severity: 'error' })]);
  expect(found.canBeSubmitted).toBe(false);
});

test('an area is held against those of the site, and a page that is linked against those that there are', async () => {
  const desk = await deskFor();
  const body = '见[通知](/announcements/gm-tz-2026-001/)和[没有的](/announcements/gm-tz-2026-999/)。';
  const key = await draftOf(desk, { ...TENDER, 地区: '月球' }, body);
  const found = await checked(desk, key);
  expect(about(found, 'F209')[0]).toMatchObject({ field: '地区' });
  expect(about(found, 'C127').map(({ message }) => message)).toEqual([
    expect.stringContaining('gm-tz-2026-999'),
  ]);
});

test('a file is looked into when it is brought: what its name says it is, and whose numbers are in it', async () => {
  const desk = await deskFor();
  const key = await draftOf(desk, TENDER, '正文。');
  const put = (name: string, text: string) =>
    desk.ask<DraftFile>('PUT', `/api/drafts/${key}/files/${name}`, new TextEncoder().encode(text));
  const wrong = await put('plan.pdf', 'not a pdf');
  expect(wrong.body.findings).toMatchObject([{ code: 'A108', severity: 'error', file: 'plan.pdf' }]);
  const list = await put('list.txt', '张三 13800138000 110101199003074477\n');
  expect(list.body.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['P101']));
  const found = await checked(desk, key);
  expect(about(found, 'A108')[0]).toMatchObject({ field: '附件', record: { index: 0 } });
  expect(JSON.stringify(found)).not.toContain('13800138000');
});

test('a draft whose type is not there any more says so in words', async () => {
  const desk = await deskFor();
  const key = await draftOf(desk, { 类型: '不再有的类型', 标题: '旧' }, '正文');
  const { findings, canBeSubmitted } = await checked(desk, key);
  expect(canBeSubmitted).toBe(false);
  expect(findings[0]).toMatchObject({
    field: '类型',
    message: '现在没有“不再有的类型”这种公告，写好的内容都在',
  });
});

/** The sample site, where there are projects to go on with. */
function sample(): string {
  const folder = join(temporaryFolder(), 'content');
  cpSync('content', folder, { recursive: true, filter: (path) => !path.includes('/.cache') });
  return folder;
}

test('a project is found by its words, its code and the first letters of how it is read, with what may follow', async () => {
  const desk = await deskFor(sample(), () => '2026-11-22T09:00:00+08:00');
  const find = async (words: string): Promise<readonly ProjectHit[]> =>
    (await desk.ask<ProjectHit[]>('GET', `/api/projects?q=${encodeURIComponent(words)}`)).body;
  const [first] = await find('道路');
  expect(first!.title).toContain('道路');
  expect((await find(first!.code.toLowerCase()))[0]!.code).toBe(first!.code);
  expect((await find('dl')).map(({ code }) => code)).toContain(first!.code);
  expect(await find('没有这个项目')).toEqual([]);
  expect(first!.next.length).toBeGreaterThan(0);
  const { type, related } = first!.next[0]!;
  const { body } = await desk.ask<Draft>('POST', '/api/drafts', { category: first!.category, type, related });
  expect(body.answers).toMatchObject({ 关联公告: related });
  await expect
    .poll(async () => (await desk.ask<Draft>('GET', `/api/drafts/${body.key}`)).body.proposals)
    .toMatchObject({ 标题: { answer: expect.any(String), reason: expect.any(String) } });
});

test('the list of work says what is held next and what should have been published', async () => {
  const desk = await deskFor(sample(), () => '2026-11-22T09:00:00+08:00');
  const { body } = await desk.ask<Work>('GET', '/api/work');
  expect(body.due.length).toBeGreaterThan(0);
  for (const { words, isLate } of body.due)
    expect(words).toMatch(isLate ? /还没有公布，已过 \d+ 天$/u : /^(?:今天|明天|后天|3 天后)|以后可以公布/u);
  expect(body.mine).toEqual([]);
  await desk.ask('POST', '/api/drafts', { category: 'general', type: '通知' });
  expect((await desk.ask<Work>('GET', '/api/work')).body.mine).toMatchObject([
    { type: '通知', phase: 'draft' },
  ]);
});

test('what a colleague puts into the folder is seen with the next look at the list of work', async () => {
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const desk = await deskFor(contentDir, () => '2026-03-30T12:00:00+08:00');
  const today = async () =>
    (await desk.ask<Work>('GET', '/api/work')).body.publishedToday.map(({ id }) => id);
  expect(await today()).toEqual(['gm-tz-2026-001']);
  writeFileSync(join(contentDir, NOTICE.replace('001', '002')), notice({ 标题: '标题: 第二份通知' }));
  expect((await today()).toSorted()).toEqual(['gm-tz-2026-001', 'gm-tz-2026-002']);
  rmSync(join(contentDir, NOTICE));
  expect(await today()).toEqual(['gm-tz-2026-002']);
});

test('what is open in a text that nobody has written yet is told once, with the step where it is written', async () => {
  const desk = await deskFor();
  const key = await draftOf(desk, {}, '');
  const found = await checked(desk, key);
  expect(found.canBeSubmitted).toBe(false);
  expect(found.findings.filter(({ bodyLine }) => bodyLine !== undefined)).toEqual([
    expect.objectContaining({ code: 'C115', severity: 'error', help: '到“正文”这一步写' }),
  ]);
});
