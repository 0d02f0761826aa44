import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  cpSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskPage } from '../../src/desk/page.ts';

/** What the first screen may weigh as it is sent, in bytes. */
const MOST = 150_000;

/** What the screens may weigh that are loaded when somebody comes to them: review, history. */
const MOST_LATER = 20_000;

const project = mkdtempSync(join(tmpdir(), 'zhangbang-desk-page-'));
const said: string[] = [];
let folder = '';

beforeAll(async () => {
  cpSync('src', join(project, 'src'), { recursive: true });
  cpSync('package-lock.json', join(project, 'package-lock.json'));
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  cpSync('tsconfig.json', join(project, 'tsconfig.json'));
  folder = await deskPage(project, (words) => said.push(words));
}, 120_000);

afterAll(() => rmSync(project, { recursive: true }));

const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

test('the page is made at the first start, which says that it takes a moment, and not again', async () => {
  expect(said).toEqual(['第一次打开办事台，正在准备页面，大约十秒……']);
  const before = files();
  expect(await deskPage(project, (words) => said.push(words))).toBe(folder);
  expect(said).toHaveLength(1);
  expect(files()).toEqual(before);
});

test('the first screen weighs no more than 150 KB as it is sent, and later ones little more', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const isLater = (file: string): boolean => !file.endsWith('index.html') && !html.includes(basename(file));
  const weigh = (some: readonly string[]): number =>
    some.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const later = files().filter(isLater);
  expect(weigh(files()) - weigh(later)).toBeLessThan(MOST);
  expect(later).toHaveLength(1);
  expect(weigh(later)).toBeLessThan(MOST_LATER);
});

test('all that the page runs lies in files beside it, as its policy asks', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|https?:\/\//u);
  expect([...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, path]) => path)).toEqual([
    expect.stringMatching(/^\.\/assets\/.+\.js$/u),
    expect.stringMatching(/^\.\/assets\/.+\.css$/u),
  ]);
});

test('another version of the program makes another page and takes the older one away', async () => {
  writeFileSync(join(project, 'src', 'styles', 'desk', 'frame.css'), 'main { color: red; }');
  const newer = await deskPage(project);
  expect(newer).not.toBe(folder);
  expect(existsSync(folder)).toBe(false);
  folder = newer;
}, 60_000);
