import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { PublishedList } from '../../src/cli/published.ts';
import { sha256 } from '../../src/ledger/hashes.ts';
import { check } from '../../src/core/check.ts';
import { SettingsError } from '../../src/settings.ts';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const other = 'announcements/general/2026/gm-tz-2026-002.md';
const retitled = notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' });
const NOW = '2026-03-30T12:00:00+08:00';

/** A centre's own content, no sample, under the name of a site, and the folder of its site. */
function centre(name = '示例站', files: Readonly<Record<string, string>> = { [NOTICE]: notice() }) {
  const content = contentFolder(files);
  const site = join(content, 'site.yaml');
  writeFileSync(
    site,
    readFileSync(site, 'utf8')
      .replace(/^(?:示例站|OCDS前缀).*\n/gmu, '')
      .replace(/^站点名称.*/mu, `站点名称: ${name}`),
  );
  return content;
}

/** What a build does of it: the check against the list, and the list when nothing stands against publication. */
function publish(content: string, outDir: string, now = NOW): readonly string[] {
  const list = new PublishedList({ contentDir: content, outDir, now });
  const checked = check(content, undefined, undefined, list.recall);
  const codes = checked.findings.map(({ code }) => code);
  if (checked.findings.every(({ severity }) => severity !== 'error'))
    list.keep({ corpus: checked.corpus, entries: checked.corpus.entries }, content, false);
  return codes.sort();
}

const place = (): { outDir: string; list: string } => {
  const outDir = join(temporaryFolder(), 'dist');
  return { outDir, list: `${outDir}.published.ndjson` };
};
const linesOf = (list: string): readonly Record<string, unknown>[] =>
  readFileSync(list, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the list of what was published', () => {
  test('begins in silence, however old the announcements are, and holds them from then on', () => {
    const { outDir, list } = place();
    const content = centre();
    expect(publish(content, outDir, '2031-01-01T00:00:00+08:00')).toEqual([]);
    writeFileSync(join(content, NOTICE), retitled);
    const before = readFileSync(list, 'utf8');
    expect(publish(content, outDir)).toEqual(['K101']);
    expect(readFileSync(list, 'utf8')).toBe(before);
    rmSync(join(content, NOTICE));
    expect(publish(content, outDir)).toEqual(['K102', 'S118']);
  });

  test('is a line an announcement: when it was first seen, and a digest that sha256sum gives of its record', () => {
    const { outDir, list } = place();
    const content = centre('示例站', { [NOTICE]: notice(), [other]: retitled });
    publish(content, outDir);
    rmSync(join(content, other));
    rmSync(list);
    publish(content, outDir);
    writeFileSync(join(content, other), retitled);
    expect(publish(content, outDir, '2026-03-31T09:00:00+08:00')).toEqual([]);
    const [head, ...published] = linesOf(list);
    expect(head).toEqual({ count: 2, format: 1, list: 'zhangbang-published', site: '示例站' });
    expect(published.map(({ id, firstSeen }) => [id, firstSeen])).toEqual([
      ['gm-tz-2026-001', NOW],
      ['gm-tz-2026-002', '2026-03-31T09:00:00+08:00'],
    ]);
    for (const { record, digest } of published) {
      // Its keys are in order already, so that the line holds the very bytes.
      expect(digest).toBe(`sha256:${sha256(`${JSON.stringify(record)}\n`)}`);
    }
  });

  test('does not change while nothing changes', () => {
    const { outDir, list } = place();
    const content = centre();
    publish(content, outDir);
    const before = readFileSync(list);
    publish(content, outDir, '2026-06-01T00:00:00+08:00');
    expect(readFileSync(list).equals(before)).toBe(true);
  });

  test('tells once of an announcement that appears more than a day late', () => {
    const { outDir } = place();
    const content = centre();
    publish(content, outDir);
    writeFileSync(join(content, other), retitled);
    expect(publish(content, outDir, '2026-03-31T10:00:01+08:00')).toEqual(['K106']);
    expect(publish(content, outDir, '2026-03-31T10:00:02+08:00')).toEqual([]);
  });

  test('of a site that took another name is still its own', () => {
    const { outDir, list } = place();
    const third = notice().replace('清明节', '国庆节');
    const content = centre('示例站', { [NOTICE]: notice(), [other]: third });
    publish(content, outDir);
    const renamed = centre('示例站（新）', { [NOTICE]: retitled, [other]: third });
    expect(publish(renamed, outDir)).toEqual(['K101']);
    writeFileSync(join(renamed, NOTICE), notice());
    expect(publish(renamed, outDir)).toEqual([]);
    expect(linesOf(list)[0]).toMatchObject({ site: '示例站（新）', count: 2 });
  });

  test('holds a withdrawal too, and lets go what was withdrawn for personal data', () => {
    const withdrawn = (reason: string, title = notice()) =>
      title.replace('\n---\n\n', `\n撤下:\n  - 时间: 2026-03-31 10:00\n    原因: ${reason}\n---\n\n`);
    const { outDir } = place();
    const content = centre();
    publish(content, outDir);
    writeFileSync(join(content, NOTICE), withdrawn('误发'));
    expect(publish(content, outDir)).toEqual([]);
    writeFileSync(join(content, NOTICE), notice());
    expect(publish(content, outDir)).toEqual(['K101']);
    writeFileSync(join(content, NOTICE), withdrawn('写有个人信息', retitled));
    expect(publish(content, outDir)).toEqual([]);
  });

  test('takes in an erratum, and holds what it made of the announcement', () => {
    const { outDir } = place();
    const content = centre();
    publish(content, outDir);
    const erratum = (from: string, to: string) =>
      `  - 时间: 2026-03-31 10:00\n    字段: 标题\n    原: 关于${from}节期间业务办理安排的通知\n    新: 关于${to}节期间业务办理安排的通知\n    原因: 笔误`;
    const once = notice({
      标题: '标题: 关于端午节期间业务办理安排的通知',
      勘误: `勘误:\n${erratum('清明', '端午')}`,
    });
    writeFileSync(join(content, NOTICE), once);
    expect(publish(content, outDir)).toEqual([]);
    expect(publish(content, outDir)).toEqual([]);
    writeFileSync(join(content, NOTICE), notice());
    expect(publish(content, outDir)).toEqual(['K101', 'K101']);
    writeFileSync(join(content, NOTICE), once.replace('标题: 关于端午', '标题: 关于中秋'));
    expect(publish(content, outDir)).toContain('K101');
  });

  test('is none on a sample site', () => {
    const { outDir, list } = place();
    const content = contentFolder({ [NOTICE]: notice() });
    expect(publish(content, outDir)).toEqual([]);
    expect(existsSync(list)).toBe(false);
    const real = centre();
    publish(real, outDir);
    const before = readFileSync(list, 'utf8');
    writeFileSync(join(content, NOTICE), retitled);
    expect(publish(content, outDir)).toEqual([]);
    expect(readFileSync(list, 'utf8')).toBe(before);
  });
});

describe('a list that is not whole', () => {
  test('stops, wherever it was cut off or a record was changed, and stays as it is', () => {
    const { outDir, list } = place();
    const content = centre('示例站', { [NOTICE]: notice(), [other]: retitled });
    publish(content, outDir);
    const whole = readFileSync(list);
    const from = whole.indexOf('"record"');
    const cut = fc.nat(whole.length - 2).map((length) => whole.subarray(0, length));
    const spoiled = fc
      .tuple(
        fc.integer({ min: from + 9, max: whole.indexOf('\n', from) - 3 }),
        fc.integer({ min: 1, max: 255 }),
      )
      .map(([index, change]) => Buffer.from(whole).fill(whole[index]! ^ change, index, index + 1));
    fc.assert(
      fc.property(fc.oneof(cut, spoiled), (bytes) => {
        writeFileSync(list, bytes);
        expect(() => publish(content, outDir)).toThrow(SettingsError);
        expect(readFileSync(list).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('says which line, and what to do', () => {
    const { outDir, list } = place();
    const content = centre();
    publish(content, outDir);
    writeFileSync(list, readFileSync(list, 'utf8').replace('清明节', '端午节'));
    expect(() => publish(content, outDir)).toThrow(/第 2 行坏了或者被改动过.*从备份里放回/u);
    writeFileSync(list, '');
    expect(() => publish(content, outDir)).toThrow(/第 1 行/u);
  });

  test('written by a newer version is left alone', () => {
    const { outDir, list } = place();
    const content = centre();
    publish(content, outDir);
    writeFileSync(list, readFileSync(list, 'utf8').replace('"format":1', '"format":2'));
    expect(() => publish(content, outDir)).toThrow(/更新的版本/u);
  });

  test('what a power cut left of the next one does not count', () => {
    const { outDir, list } = place();
    const content = centre();
    publish(content, outDir);
    writeFileSync(`${list}.new`, '{"list":"zhang');
    writeFileSync(join(content, NOTICE), retitled);
    expect(publish(content, outDir)).toEqual(['K101']);
  });
});

describe('another site in the same folder', () => {
  test('is not held against the list, which is said, and the list is there again for its own', () => {
    const { outDir, list } = place();
    const [one, two] = [centre('甲站'), centre('乙站', { [other]: notice() })];
    publish(one, outDir);
    const ofOne = readFileSync(list, 'utf8');
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(publish(two, outDir)).toEqual([]);
    expect(told.mock.calls.flat().join('')).toContain('是“甲站”的发布清单，没有拿“乙站”的公告与它比对');
    told.mockRestore();
    expect(linesOf(list)[0]).toMatchObject({ site: '乙站' });
    expect(readdirSync(join(outDir, '..'))).toHaveLength(2);
    writeFileSync(join(one, NOTICE), retitled);
    expect(publish(one, outDir)).toEqual(['K101']);
    writeFileSync(join(one, NOTICE), notice());
    expect(publish(one, outDir)).toEqual([]);
    expect(readFileSync(list, 'utf8')).toBe(ofOne);
    rmSync(join(two, other));
    expect(publish(two, outDir)).toEqual(['K102', 'S118']);
  });
});

describe('npm run check', () => {
  const checked = async (args: readonly string[], change: (content: string) => void) => {
    const target = place().outDir;
    const folder = centre('示例站', { [NOTICE]: notice(), [other]: retitled });
    publish(folder, target);
    change(folder);
    return run(['check', ...args], { CONTENT_DIR: folder, OUT_DIR: target, TODAY: '2026-03-30T18:00+08:00' });
  };

  test('says of a changed announcement what it said, in text and to programs', async () => {
    const change = (folder: string) => writeFileSync(join(folder, NOTICE), retitled);
    const { status, stdout } = await checked([], change);
    expect(status).toBe(1);
    expect(stdout).toContain(
      '错误 K101  已发布的公告被改动了：“标题”发布时写的是“关于清明节期间业务办理安排的通知”，现在是“关于端午节期间业务办理安排的通知”',
    );
    expect(stdout).toContain('  2 │ 标题: 关于端午节期间业务办理安排的通知');
    const told = JSON.parse((await checked(['--format', 'json'], change)).stdout) as readonly {
      code: string;
    }[];
    expect(told.filter(({ code }) => code === 'K101')).toMatchObject([
      { code: 'K101', file: NOTICE, line: 2, column: 5, field: '标题' },
    ]);
    expect((await checked(['--format', 'sarif'], change)).stdout).toContain('"ruleId": "K101"');
    expect((await checked(['gm-tz-2026-001'], change)).stdout).toContain('K101');
    expect(await checked(['gm-tz-2026-002'], change)).toMatchObject({ status: 0 });
  });

  test('says of one that is gone where it was, also when it is asked for by its id', async () => {
    const change = (folder: string) => rmSync(join(folder, NOTICE));
    for (const args of [[], ['gm-tz-2026-001']]) {
      const { status, stdout } = await checked(args, change);
      expect([status, stdout.includes('错误 K102  已发布的公告不见了：gm-tz-2026-001')]).toEqual([1, true]);
      expect(stdout).toContain(`content/${NOTICE}:1:1`);
    }
    expect((await checked(['gm-tz-2026-003'], change)).status).toBe(2);
  });

  test('explains the codes', async () => {
    for (const code of ['K101', 'K102', 'K103', 'K106'])
      expect((await run(['check', '--explain', code])).stdout).toContain(code);
  });
});

test('npm start looks at the site on this machine and publishes nothing', async () => {
  // Files of tests share what they import; another may have asked `start` for its help before.
  vi.resetModules();
  onTestFinished(() => void vi.resetModules());
  const built = vi.fn(() => Promise.resolve(1));
  vi.doMock('../../src/cli/build.ts', async (load) => ({ ...(await load<object>()), run: built }));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { run: start } = await import('../../src/cli/start.ts');
  expect(await start(['--compress'])).toBe(1);
  expect(built.mock.calls).toEqual([[['--compress'], true]]);
  vi.restoreAllMocks();
  vi.doUnmock('../../src/cli/build.ts');
});
