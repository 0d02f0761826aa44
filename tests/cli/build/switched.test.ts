import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { writeDownSwitched } from '../../../src/cli/build/switched.ts';
import { SettingsError } from '../../../src/settings.ts';

let said: readonly string[];

beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation((words: string) => void (said = [...said, words]));
});
afterEach(() => void vi.restoreAllMocks());

const nothing = (): void => {};

/** Writes into a database that may grow no more, as on a full disk. */
function writeIntoFull(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-full-'));
  const database = new DatabaseSync(join(folder, 'a.sqlite'));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  database.exec('create table a (b); pragma max_page_count = 3');
  database.exec('insert into a values (zeroblob(100000))');
}

test('都写得下的，什么也不说', () => {
  writeDownSwitched({ keepList: nothing, remember: nothing });
  expect(said).toEqual([]);
});

test('网站换好以后磁盘满了，记不下是怎么生成的：算做完，说明网站已经换了、下一次要全部生成', () => {
  writeDownSwitched({ keepList: nothing, remember: writeIntoFull });
  expect(said).toEqual([
    '提醒：网站已经换成新的，也记进了发布清单；只是没有记下是怎么生成的，下一次要全部重新生成。磁盘满了，请腾出空间。',
  ]);
});

test.runIf(process.platform === 'linux')(
  '网站换好以后发布清单写不下：说网站已经换了，要再运行一次，也不记是怎么生成的',
  () => {
    const remember = vi.fn();
    const keepList = (): void => writeFileSync('/dev/full', 'x');
    const call = (): void => writeDownSwitched({ keepList, remember });
    expect(call).toThrow(SettingsError);
    expect(call).toThrow(/^网站已经换成新的，但是没有记进发布清单：磁盘满了，请腾出空间，再运行一次/u);
    // The next run finds a site that it does not know, and writes down both.
    expect(remember).not.toHaveBeenCalled();
  },
);

test('不是磁盘的错，照旧当程序的错报告', () => {
  const broken = (): void => {
    throw new TypeError('x');
  };
  expect(() => writeDownSwitched({ keepList: broken, remember: nothing })).toThrow(TypeError);
  expect(() => writeDownSwitched({ keepList: nothing, remember: broken })).toThrow(TypeError);
});
