import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Checked, Draft, Preview, Saved } from '../../src/core/desk/api.ts';
import type { Answers } from '../../src/core/drafting/draft.ts';
import type { Figures } from './figures.ts';
import { environment, type Workshop } from './workshop.ts';

/** How often what a clerk waits for is asked: of so many the middle and the slowest are told. */
const ROUNDS = 21;
const PREVIEWS = 5;

/** A tender that nothing stands against, as it is being written. */
const TENDER: Answers = {
  标题: '示例路道路工程施工招标公告',
  项目编号: 'GM-JS-2026-900',
  发布时间: '2026-11-23 09:00',
  招标人: '高明区示例街道建设办公室',
  预算金额: '358.6万元',
  文件获取开始: '2026-11-23',
  文件获取结束: '2026-12-01',
  投标截止: '2026-12-20 09:30',
  依法必须招标: '是',
  地区: '荷城街道',
};

/** What a clerk waits for at 办事台 of a whole archive: to save, to be told what is wrong, to see her page. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const content = shop.archive('desk', shop.count);
  // The first start after an upgrade bundles what it shows, half a minute that no later one has.
  const isMade = await figures.stage('make what the desk shows', async () => {
    const desk = await start(shop, content);
    try {
      await preview(desk, await begin(desk));
    } finally {
      await desk.close();
    }
    return true;
  });
  if (!isMade) return;
  await figures.stage('write at the desk', () => write(figures, shop, content));
  figures.known('the page of the desk, as gzip sends it', pageBytes(shop) / 1024, 'KB');
}

async function write(figures: Figures, shop: Workshop, content: string): Promise<void> {
  const opening = performance.now();
  const desk = await start(shop, content);
  try {
    figures.known('opened, as the black window says', since(opening), 's');
    const draft = await begin(desk);
    const reading = performance.now();
    await check(desk, draft.key);
    figures.known('archive read, so that all is checked', since(reading), 's');
    const { saves, checks } = await rounds(desk, draft);
    figures.known('save, the middle of the pauses', middleOf(saves), 'ms');
    figures.goal('live check, the middle of the pauses', middleOf(checks), 300, 'ms');
    figures.known('live check, the slowest', Math.max(...checks), 'ms');
    const first = performance.now();
    await preview(desk, draft);
    figures.goal('preview, the first of a start', since(first), 8, 's');
    const before = desk.cpuSeconds();
    const times = await previews(desk, draft);
    figures.goal('preview after a change, the middle', middleOf(times) / 1000, 1.5, 's');
    const used = (desk.cpuSeconds() - before) / PREVIEWS;
    figures.known('the same with its save, processor time', used, 's');
  } finally {
    await desk.close();
  }
}

const since = (moment: number): number => (performance.now() - moment) / 1000;

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

interface RunningDesk {
  readonly ask: <T>(method: string, path: string, body?: object) => Promise<T>;
  /** What it has used of the processor so far; NaN on a system without /proc. */
  readonly cpuSeconds: () => number;
  readonly close: () => Promise<void>;
}

async function start(shop: Workshop, content: string): Promise<RunningDesk> {
  const child = spawn(process.execPath, [shop.main, 'desk', '--no-open'], {
    cwd: shop.project,
    env: { ...process.env, ...environment(content, join(shop.folder, 'desk/site')) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { origin, hash } = new URL(await addressFrom(child));
  const headers = {
    'X-Desk-Token': hash.replace('#token=', ''),
    'X-Desk-Window': 'bench',
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Origin: origin,
  };
  return {
    ask: async <T>(method: string, path: string, body?: object) => {
      const answer = await fetch(`${origin}${path}`, {
        ...{ method, headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    cpuSeconds: () => cpuOf(child),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux counts in hundredths of a second. */
function cpuOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return NaN;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** What it prints later is read too: a pipe that nobody reads ends a program. */
function addressFrom(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    child.stdout!.on('data', (piece: Buffer) => {
      printed += String(piece);
      const [, address] = /办事台：(http\S+)/u.exec(printed) ?? [];
      if (address !== undefined) done(address);
    });
    child.once('exit', () => fail(new Error(printed)));
  });
}

async function begin(desk: RunningDesk): Promise<Draft> {
  const draft = await desk.ask<Draft>('POST', '/api/drafts', { category: 'construction', type: '招标公告' });
  const answers = { ...draft.answers, ...TENDER };
  await save(desk, { ...draft, answers }, 0);
  return { ...draft, answers, rev: draft.rev + 1 };
}

const save = ({ ask }: RunningDesk, { key, rev, answers }: Draft, round: number): Promise<Saved> =>
  ask('PUT', `/api/drafts/${key}`, {
    rev: rev + round,
    answers: { ...answers, 标题: `${String(answers['标题'])}${round === 0 ? '' : `（${round}）`}` },
    ...{ body: '', files: [] },
  });

const check = ({ ask }: RunningDesk, key: string): Promise<Checked> =>
  ask('POST', `/api/drafts/${key}/check`, { seq: 1 });

const preview = ({ ask }: RunningDesk, { key }: Draft): Promise<Preview> =>
  ask('GET', `/api/drafts/${key}/preview`);

/** A clerk who types, pauses, and types again. */
async function rounds(desk: RunningDesk, draft: Draft) {
  const saves: number[] = [];
  const checks: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    saves.push(1000 * (await timeOf(() => save(desk, draft, round - 1))));
    checks.push(1000 * (await timeOf(() => check(desk, draft.key))));
  }
  return { saves, checks };
}

async function previews(desk: RunningDesk, draft: Draft): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = ROUNDS; round < ROUNDS + PREVIEWS; round += 1) {
    await save(desk, draft, round);
    times.push(1000 * (await timeOf(() => preview(desk, draft))));
  }
  return times;
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return since(began);
}

const pageBytes = ({ project }: Workshop): number =>
  globSync(join(project, '.cache/desk-page/*/**/*.{html,js,css}')).reduce(
    (sum, file) => sum + gzipSync(readFileSync(file)).length,
    0,
  );
