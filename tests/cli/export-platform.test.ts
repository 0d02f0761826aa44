import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const TODAY = '2026-03-31T09:00+08:00';

const exporting = (out: string, ...more: readonly string[]) =>
  run(['export', 'platform', '--out', out, ...more], {
    CONTENT_DIR: contentFolder({ [NOTICE]: notice() }),
    TODAY,
  });

test('一个表一个文件，另有报告，并且提醒对应表未经确认', async () => {
  const out = join(temporaryFolder(), 'platform');
  const { status, stdout } = await exporting(out, '--since', '2026-03-01');
  expect(status).toBe(0);
  expect(stdout).toContain('1 份公告，3 个表共 0 行，缺 0 处，见 报告.txt。');
  expect(stdout).toContain('对应表“未经确认”，文件只供核对，不要直接上报。');
  expect(readdirSync(out).sort()).toEqual([
    'DEAL_LAND_INFO.json',
    'RESULT_NOTICE.json',
    'TENDER_QUA_INQUERY_ANN.json',
    '报告.txt',
  ]);
  expect(readFileSync(join(out, '报告.txt'), 'utf8')).toContain('没有这样的公告。');
});

test('没有写日期、日期不对、对应表读不到或者写错，什么也不写', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'platform');
  const wrong = join(folder, '对应表.yaml');
  writeFileSync(wrong, '名称: 甲\n状态: 未经确认\n表: []\n');
  for (const [more, told] of [
    [[], '请用 --since 写明从哪一天起，例如 --since 2026-03-01。'],
    [['--since', '三月'], '“三月”不是日期'],
    [['--since', '2026-03-01', '--mapping', join(folder, '没有.yaml')], '读不到对应表'],
    [['--since', '2026-03-01', '--mapping', wrong], '不能使用：“表”写得不对'],
  ] as const) {
    const { status, stderr } = await exporting(out, ...more);
    expect(status).not.toBe(0);
    expect(stderr).toContain(told);
    expect(existsSync(out)).toBe(false);
  }
});
