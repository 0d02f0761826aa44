import { expect, test } from 'vitest';
import { isOnWrongGlass, wrongGlassNote } from '../../../../src/core/screen/browser/glass.ts';

const size = (text: string): { width: number; height: number } => {
  const [width, height] = text.split('×').map(Number);
  return { width: width!, height: height! };
};

test.each([
  ['1920×1080', '1920×1080', false],
  ['1920×1080', '1080×1920', true],
  ['1080×1920', '3840×2160', true],
  ['1920×1080', '1280×720', false],
  // A window that is hardly wider than high, or a square panel, hangs neither way.
  ['1920×1080', '1000×1040', false],
  ['1080×1080', '1080×1920', false],
])('a screen set for %s on a glass of %s hangs another way: %s', (set, glass, isWrong) => {
  expect(isOnWrongGlass(size(set), size(glass))).toBe(isWrong);
});

test.each([
  ['1920×1080', '1920×1080', ''],
  ['1920×1080', '1280×800', ''],
  ['1920×1080', '3840×2160', ''],
  ['1920×1080', '1080×1920', '这一页按横屏设置，这块屏是竖屏，请找管理员'],
  ['1080×1920', '1920×1080', '这一页按竖屏设置，这块屏是横屏，请找管理员'],
  ['1920×1080', '1280×1024', '这一页按 1920×1080 设置，这块屏形状不同，请找管理员'],
])('a screen set for %s on a glass of %s says in small: %s', (set, glass, note) => {
  expect(wrongGlassNote(size(set), size(glass))).toBe(note);
});
