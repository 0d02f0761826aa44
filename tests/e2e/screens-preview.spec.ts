import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/settings.ts';
import { expect, pagesOf, test } from './lobby.ts';

/** Width and height of a picture, as its header tells them. */
const sizeOf = (picture: Buffer): readonly number[] => [picture.readUInt32BE(16), picture.readUInt32BE(20)];

test('a clerk gets a picture of every page of a screen, as its panel shows it', async ({ hall }, {
  outputDir,
}) => {
  await hall.open('lobby-b');
  const pages = pagesOf(await hall.boot());
  const out = join(outputDir, 'pictures');
  mkdirSync(out, { recursive: true });
  for (const name of ['lobby-b-77.png', 'other.png']) writeFileSync(join(out, name), '');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'screens', 'preview', 'lobby-b', '--out', out],
    { encoding: 'utf8', env: { ...process.env, OUT_DIR: readSettings().outDir } },
  );
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(`lobby-b 二楼开标区 最新公告：${pages.length} 张`),
  ]);
  const names = readdirSync(out).sort();
  // What was there of an earlier time is gone, what is somebody else's is not.
  expect(names).toEqual([...pages.map((_, index) => `lobby-b-0${index + 1}.png`), 'other.png']);
  const pictures = names.slice(0, -1).map((name) => readFileSync(join(out, name)));
  for (const picture of pictures) expect(sizeOf(picture)).toEqual([1080, 1920]);
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(pages.length);
  rmSync(out, { recursive: true });
});
