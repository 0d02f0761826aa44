import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLive, type LiveTable } from '../../src/core/live/browser/live.ts';
import { contentFolder, run, temporaryFolder } from './command.ts';

/** On this morning bids are opened in 301 at half past nine. */
const TODAY = '2026-11-26T09:40+08:00';
const ANNOUNCEMENT = 'gm-js-2026-034-tender';

const FILE = `announcements/construction/2026/${ANNOUNCEMENT}/index.md`;

/** The settings of the sample, and the announcement whose bids are opened. */
const content = (): string => contentFolder({ [FILE]: readFileSync(`content/${FILE}`, 'utf8') });

const CSV = `序号,投标人,报价（万元）,工期（天）
1,示例甲建设有限公司,1248.60,180
2,示例乙市政工程公司,1251.08,175
3,示例丙建筑集团公司,1239.97,180
`;

/** A folder with a table of three bids, and one for the live tables. */
function desk(csv: string | Uint8Array = CSV) {
  const folder = temporaryFolder();
  const [file, to, CONTENT_DIR] = [join(folder, 'bids.csv'), join(folder, 'live'), content()];
  writeFileSync(file, csv);
  mkdirSync(to);
  return {
    file,
    to,
    live: (args: readonly string[], env: Record<string, string> = {}) =>
      run(['live', 'kb301', '--to', to, ...args], { TODAY, CONTENT_DIR, ...env }),
    text: (): string => readFileSync(join(to, 'kb301.json'), 'utf8'),
    table: (): LiveTable => parseLive(readFileSync(join(to, 'kb301.json'), 'utf8'), 'kb301'),
  };
}

test('bids are written as they are read out, and what was not read is not in the file', async () => {
  const { file, live, text, table } = desk();
  const first = await live(['--csv', file]);
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain(`kb301 唱标 ${ANNOUNCEMENT}：已唱 0 / 共 3 家`);
  expect(table()).toMatchObject({
    announcement: ANNOUNCEMENT,
    starts: '2026-11-26T09:30:00+08:00',
    updatedAt: '2026-11-26T09:40:00+08:00',
    source: '开标主持人录入',
    columns: [{ label: '投标人' }, { label: '报价', unit: '万元' }, { label: '工期', unit: '天' }],
  });
  expect(text()).not.toMatch(/1248|1251|1239/u);

  const seq = table().seq;
  await live(['--csv', file, '--read', '2']);
  expect(table().rows).toEqual([
    ['示例甲建设有限公司', '1248.60', '180'],
    ['示例乙市政工程公司', '1251.08', '175'],
    ['示例丙建筑集团公司'],
  ]);
  expect(text()).not.toContain('1239');
  expect(table().seq).toBeGreaterThan(seq);

  const { stdout } = await live(['--show']);
  expect(stdout).toContain('已唱 2 / 共 3 家');
  expect(stdout).toContain('3  示例丙建筑集团公司\n');
});

test('the end is written with its time, and what goes on after it goes on', async () => {
  const { file, live, table } = desk();
  await live(['--csv', file, '--read', '3']);
  const { status, stdout } = await live(['--end'], { TODAY: '2026-11-26T09:58+08:00' });
  expect([status, stdout]).toEqual([0, expect.stringContaining('已结束')]);
  expect(table().ended).toBe('2026-11-26T09:58:00+08:00');
  await live(['--csv', file], { TODAY: '2026-11-26T09:59+08:00' });
  expect(table().ended).toBeUndefined();
  expect(table()).toMatchObject({ read: 3 });
});

test('on a sample site it is the moment at which the sample stands', async () => {
  const { file, to, live, table } = desk();
  const CONTENT_DIR = content();
  const settings = join(CONTENT_DIR, 'site.yaml');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replace(/^示例时间: .*$/mu, '示例时间: 2026-11-26 09:45'),
  );
  for (const read of ['1', '2'])
    expect((await live(['--csv', file, '--read', read], { CONTENT_DIR, TODAY: '' })).stderr).toBe('');
  expect(table()).toMatchObject({ read: 2, updatedAt: '2026-11-26T09:45:00+08:00' });
  expect(readdirSync(to)).toEqual(['kb301.json']);
});

test('before the hour of the opening nothing is written', async () => {
  const { file, to, live } = desk();
  const { status, stderr } = await live(['--csv', file], { TODAY: '2026-11-26T09:29+08:00' });
  expect(status).toBe(2);
  expect(stderr).toContain('还没有到开始的时间 09:30（现在 09:29），什么也没有写');
  expect(readdirSync(to)).toEqual([]);
});

test('the project is named by its announcement or its code, or it is none that is opened there', async () => {
  const { file, live, table } = desk();
  for (const project of [ANNOUNCEMENT, 'GM-JS-2026-034']) {
    expect((await live(['--csv', file, '--project', project])).stderr).toBe('');
    expect(table()).toMatchObject({ announcement: ANNOUNCEMENT });
  }
  const { stderr } = await live(['--csv', file, '--project', 'gm-js-2026-012-tender']);
  expect(stderr).toContain('今天 kb301 不开“gm-js-2026-012-tender”的标，开的是：09:30 ');
  const other = await live(['--csv', file], { TODAY: '2026-11-27T09:40+08:00' });
  expect(other.stderr).toContain('今天 kb301 没有开标');
});

test('a room that the settings do not name is refused with those they do', async () => {
  const { file, to } = desk();
  const { status, stderr } = await run(['live', 'kb999', '--csv', file, '--to', to], { TODAY });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/没有“kb999”这个场所.*kb301（301 开标室）/u)]);
  expect((await run(['live', '../x', '--csv', file, '--to', to], { TODAY })).stderr).toContain(
    '不是场所的标识',
  );
});

test('on a box without content the announcement and the hour are told', async () => {
  const { file, live, table } = desk();
  const CONTENT_DIR = temporaryFolder();
  expect((await live(['--csv', file], { CONTENT_DIR })).stderr).toContain(
    '请写 --project 公告的标识 和 --start 开标时间',
  );
  const told = ['--project', 'sl-js-2026-021-tender', '--start', '9:30', '--source', '招标代理录入'];
  expect((await live(['--csv', file, ...told], { CONTENT_DIR })).stderr).toBe('');
  await live(['--csv', file, '--read', '1'], { CONTENT_DIR });
  expect(table()).toMatchObject({
    announcement: 'sl-js-2026-021-tender',
    starts: '2026-11-26T09:30:00+08:00',
    source: '招标代理录入',
    read: 1,
  });
});

test('numbers are called in a table of their own name', async () => {
  const { live, table, file } = desk('号,请到\nA001,谈判室\nA002,候场\n');
  expect((await live(['--title', '叫号', '--csv', file, '--current', '1'])).stderr).toBe('');
  expect(table()).toMatchObject({
    kind: 'table',
    title: '叫号',
    current: 1,
    columns: [{ label: '号' }, { label: '请到' }],
    rows: [
      ['A001', '谈判室'],
      ['A002', '候场'],
    ],
  });
});

describe('what cannot be written leaves what stands there', () => {
  test.each<readonly [what: string, args: readonly string[], words: string]>([
    ['a bid more than there are', ['--read', '4'], '表格里只有 3 行，不能到第 4 行'],
    ['a number in words', ['--read', '三'], '看不懂 --read 三'],
    ['a start that is no time', ['--start', '早上'], '看不懂 --start 早上'],
    ['a long source', ['--source', '某'.repeat(25)], '--source 太长'],
  ])('%s', async (_, args, words) => {
    const { file, live, text } = desk();
    await live(['--csv', file, '--read', '1']);
    const before = text();
    const { status, stderr } = await live(['--csv', file, ...args]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(text()).toBe(before);
  });

  test('a sheet with a fault, told with its line', async () => {
    const { file, live, text } = desk();
    await live(['--csv', file, '--read', '1']);
    const before = text();
    writeFileSync(file, CSV.replace('示例乙市政工程公司', ''));
    expect((await live(['--csv', file, '--read', '2'])).stderr).toContain('bids.csv：第 3 行没有写投标人');
    expect((await live(['--csv', `${file}x`])).stderr).toContain('找不到');
    expect((await live([])).stderr).toContain('还要写 --csv');
    expect(text()).toBe(before);
  });
});

test('a folder that is not there is not made: its name may be a slip', async () => {
  const { file, to } = desk();
  const { stderr } = await run(['live', 'kb301', '--csv', file, '--to', `${to}x`], { TODAY });
  expect(stderr).toContain('这个文件夹，什么也没有写');
  expect(existsSync(`${to}x`)).toBe(false);
});

test('where nothing can be written, that is said, with what to look at', async () => {
  const { file, to, live } = desk();
  // Nobody, whatever his rights, puts a file in the place of a folder.
  mkdirSync(join(to, 'kb301.json', 'taken'), { recursive: true });
  const { status, stderr } = await live(['--csv', file]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('核对文件夹的权限')]);
});

test('what stands there and cannot be read gives way, and that is said', async () => {
  const { file, to, live, table } = desk();
  writeFileSync(join(to, 'kb301.json'), '{"schema":1,');
  const { status, stderr } = await live(['--csv', file, '--read', '1']);
  expect([status, stderr]).toEqual([0, expect.stringContaining('原来的内容不对')]);
  expect(table()).toMatchObject({ read: 1 });
});

test('there is nothing to end and nothing to show where nothing stands', async () => {
  const { live } = desk();
  expect((await live(['--end'])).stderr).toContain('kb301 没有写着什么，不用结束');
  expect((await live(['--show'])).stdout).toContain('还没有');
});

describe('when the room goes on to the next opening with the same bidders', () => {
  const [NINE, TEN, ELEVEN] = ['034-tender', '035-tender', '036-tender'].map((end) => `gm-js-2026-${end}`);

  /** In 301 bids are opened at nine, at ten and at eleven. */
  const morning = (): string => {
    const written = readFileSync(`content/${FILE}`, 'utf8').replace(/^附件:\n(?: .*\n)+/mu, '');
    const openings = [NINE, TEN, ELEVEN].map((id, index) => [
      FILE.replace(ANNOUNCEMENT, id!),
      written
        .replaceAll('2026-034', `2026-03${index + 4}`)
        .replaceAll('示例小学', `示例第${'一二三'[index]!}小学`)
        .replace('开标时间: 2026-11-26 09:30', `开标时间: 2026-11-26 ${['09', '10', '11'][index]!}:00`)
        .replace('投标截止: 2026-11-26 09:30', `投标截止: 2026-11-26 ${['09', '10', '11'][index]!}:00`),
    ]);
    return contentFolder(Object.fromEntries(openings) as Record<string, string>);
  };

  /** The command at a time of that morning. */
  const clerk = () => {
    const { live, ...rest } = desk();
    const CONTENT_DIR = morning();
    return {
      ...rest,
      at: (time: string, ...args: readonly string[]) =>
        live(args, { CONTENT_DIR, TODAY: `2026-11-26T${time}+08:00` }),
    };
  };

  test('its announcement is written from its hour on, and none of its prices before they are read', async () => {
    const { file, table, text, at } = clerk();
    await at('09:10', '--csv', file, '--read', '3');
    expect(table()).toMatchObject({ announcement: NINE, read: 3 });
    await at('10:01', '--csv', file);
    expect(table()).toMatchObject({
      announcement: TEN,
      starts: '2026-11-26T10:00:00+08:00',
      read: 0,
    });
    expect(text()).not.toMatch(/1248|1251|1239/u);
    await at('10:05', '--csv', file, '--read', '1');
    await at('10:06', '--csv', file);
    expect(table()).toMatchObject({ announcement: TEN, read: 1 });
    await at('11:01', '--csv', file);
    expect(table()).toMatchObject({ announcement: ELEVEN, read: 0 });
    const { stdout } = await at('11:02', '--csv', file, '--project', TEN!);
    expect(stdout).toMatch(/现在没有屏幕会显示它：kb301 在 11:00 已经开始下一场：.*036-tender/u);
  });

  test('after the end of one nothing of it is carried over to the one after', async () => {
    const { file, table, text, at } = clerk();
    await at('09:10', '--csv', file, '--read', '3');
    await at('10:02', '--end');
    writeFileSync(file, CSV.replace('1248.60', '2248.60'));
    await at('11:01', '--csv', file);
    expect(table()).toMatchObject({ announcement: ELEVEN, read: 0 });
    expect(text()).not.toMatch(/2248|1251|1239/u);
  });

  test('an opening that begins later than announced goes on with its hour and what was read', async () => {
    const { file, table, at } = clerk();
    await at('09:20', '--csv', file, '--start', '9:15', '--read', '2');
    await at('09:21', '--csv', file);
    expect(table()).toMatchObject({ starts: '2026-11-26T09:15:00+08:00', read: 2 });
    await at('09:30', '--csv', file, '--start', '9:25');
    expect(table()).toMatchObject({ starts: '2026-11-26T09:25:00+08:00', read: 0 });
  });

  test.each([['9:00'], ['2026-11-25 10:00']])(
    'a start before the announced hour is refused: --start %s',
    async (start) => {
      const { file, to, at } = clerk();
      for (const time of ['09:40', '10:05']) {
        const { status, stderr } = await at(time, '--csv', file, '--project', TEN!, '--start', start);
        expect([status, stderr]).toEqual([2, expect.stringContaining('早于公告写的开标时间 10:00')]);
      }
      expect(readdirSync(to)).toEqual([]);
    },
  );

  test('on a box without content the next one must be named: after the end, and with other prices', async () => {
    const { file, live, table } = desk();
    const CONTENT_DIR = temporaryFolder();
    const told = ['--project', NINE!, '--start', '9:00', '--read', '3'];
    await live(['--csv', file, ...told], { CONTENT_DIR });
    const other = join(temporaryFolder(), 'next.csv');
    writeFileSync(other, CSV.replace('1248.60', '2248.60'));
    const words = '请写 --project 公告的标识 和 --start 开标时间';
    expect((await live(['--csv', other], { CONTENT_DIR })).stderr).toContain(words);
    await live(['--end'], { CONTENT_DIR });
    expect((await live(['--csv', file], { CONTENT_DIR })).stderr).toContain(words);
    await live(['--csv', other, '--project', TEN!, '--start', '9:35'], { CONTENT_DIR });
    expect(table()).toMatchObject({ announcement: TEN, read: 0 });
  });
});

describe('where no screen shows what was written, that is said with why', () => {
  const numbers = (): ReturnType<typeof desk> => desk('号,请到\nA001,谈判室\n');

  test('a table is shown while bids are opened in its room', async () => {
    const { file, live } = numbers();
    const { stdout } = await live(['--title', '叫号', '--csv', file]);
    expect(stdout).toContain('屏幕十秒内会显示。');
  });

  test.each<readonly [what: string, time: string, args: readonly string[], why: string]>([
    ['nothing is opened there today', '27T09:40', [], 'kb301 今天没有开标'],
    ['the opening has not begun', '26T08:40', [], 'kb301 今天的开标还没有开始，最早的是 09:30'],
    ['the opening has lasted its time', '26T10:31', [], '开始的开标已经过了平常的时长（60 分钟）'],
    ['it began yesterday', '26T09:40', ['--start', '2026-11-25 9:30'], '2026-11-25，不是今天'],
  ])('a table when %s', async (_, time, args, why) => {
    const { file, live } = numbers();
    const told = ['--title', '叫号', '--csv', file, ...args];
    const { status, stdout } = await live(told, { TODAY: `2026-11-${time}+08:00` });
    expect([status, stdout]).toEqual([0, expect.stringContaining('但是现在没有屏幕会显示它：')]);
    expect(stdout).toContain(why);
    expect(stdout).not.toContain('十秒内');
  });

  test('bids whose room nobody asks any more; those that go on longer are shown', async () => {
    const { file, live } = desk();
    const late = { TODAY: '2026-11-26T10:45+08:00' };
    expect((await live(['--csv', file], late)).stdout).toContain('已经过了平常的时长（60 分钟）');
    await live(['--csv', file], { TODAY: '2026-11-26T10:20+08:00' });
    expect((await live(['--csv', file, '--read', '1'], late)).stdout).toContain('屏幕十秒内会显示。');
  });

  test('on a box without content, bids of yesterday', async () => {
    const { file, live } = desk();
    const told = ['--project', ANNOUNCEMENT, '--start', '2026-11-25 9:30'];
    const { stdout } = await live(['--csv', file, ...told], { CONTENT_DIR: temporaryFolder() });
    expect(stdout).toContain('现在没有屏幕会显示它：开始的时间是 2026-11-25，不是今天');
  });
});
