import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  expect(stdout).toContain(`，lobby-b-01.png 至 lobby-b-0${pages.length}.png\n`);
  rmSync(out, { recursive: true });
});

test('of a strip with nothing to show there is one picture, and only files that are there are named', () => {
  const { outputDir } = test.info();
  const [site, out] = [join(outputDir, 'site'), join(outputDir, 'pictures')];
  for (const part of ['assets', 'display'])
    cpSync(join(readSettings().outDir, part), join(site, part), { recursive: true });
  const page = join(site, 'display/strip-1/index.html');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/"notices":.*"parts":.*?(?=<\/script>)/su, '"notices":[],"parts":[]}}'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'screens', 'preview', 'strip-1', '--site', site, '--out', out],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('1 张，');
  expect(readdirSync(out)).toEqual(['strip-1-01.png']);
  expect(stdout.match(/[\w-]+\.png/gu)).toEqual(readdirSync(out));
  rmSync(site, { recursive: true });
  rmSync(out, { recursive: true });
});
