import { expect, test } from 'vitest';
import { base } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { handbookPage, handbookPaths, handbookPicture, handbookPictures } from '../../src/site/handbook.ts';
import { ruleCodes } from '../../src/site/rules.ts';

const pages = () => handbookPaths.map((path) => handbookPage(editionFrom(base), path));
const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, found]) => found!);

test('每份文档一页，目录里的每一项和正文里的每个页内链接都有那一节', () => {
  expect(pages().map(({ path }) => path)).toEqual(handbookPaths);
  for (const { path, title, contents, html } of pages()) {
    const ids = all(html, /\bid="([^"]+)"/gu);
    const links = [...contents.map(({ href }) => href.slice(1)), ...all(html, /href="#([^"]+)"/gu)];
    expect(title).not.toBe('');
    expect(contents.length, path).toBeGreaterThan(3);
    expect(
      links.map(decodeURIComponent).filter((id) => !ids.includes(id)),
      path,
    ).toEqual([]);
  }
});

test('表里的规则代码走到规则的页，图片和别的文档走到网站上的地址', () => {
  const [handbook] = pages();
  const rules = all(handbook!.html, /href="[^"]*rules\/(D\d{3})\/"/gu);
  expect(new Set(rules)).toEqual(new Set(ruleCodes));
  expect(handbook!.html).toContain('href="/handbook/fields/"');
  const pictures = all(handbook!.html, /<img[^>]* src="\/handbook\/([^"]+)"/gu);
  expect(pictures.length).toBeGreaterThan(0);
  expect(handbookPictures().map((name) => `${name}.png`)).toEqual(expect.arrayContaining([...pictures]));
  expect(handbookPictures().every((name) => handbookPicture(name).length > 0)).toBe(true);
});

test('图片快看到时才取，位置先留好', () => {
  const [handbook] = pages();
  const pictures = all(handbook!.html, /(<img[^>]*>)/gu);
  expect(pictures.length).toBeGreaterThan(10);
  for (const picture of pictures)
    expect(picture).toMatch(/^<img loading="lazy" width="[1-9]\d+" height="[1-9]\d+" src="/u);
});

test('每段示例键盘走得到，各有各的名字', () => {
  for (const { html } of pages()) {
    const names = all(html, /<pre tabindex="0" role="region" aria-label="([^"]+)">/gu);
    expect(names).toHaveLength(all(html, /(<pre\b)/gu).length);
    expect(new Set(names).size).toBe(names.length);
  }
});
