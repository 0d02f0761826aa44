// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { partOf, wordsOf } from './page.ts';
import { call, shelvesOf } from '../../core/kiosk/announced.ts';
import type { Library } from '../../../src/client/kiosk/library.ts';
import { List } from '../../../src/client/kiosk/list.ts';
import { Stage } from '../../../src/client/kiosk/stage.ts';
import { find } from '../../../src/core/kiosk/find.ts';
import { startOf } from '../../../src/core/kiosk/trail.ts';

const trail = startOf(
  shelvesOf(
    Array.from({ length: 14 }, (_, number) =>
      call(`示例工程 ${number}`, `2026-11-${number < 2 ? 22 : 25}T12:00:00+08:00`, { id: `call-${number}` }),
    ),
  ),
);

/** A catalogue of calls of which two close at noon, looked at by a clock that a test turns. */
let now = Date.parse('2026-11-22T11:00:00+08:00');
const library = {
  state: 'whole',
  find: (_keys: string, choices: object, first: number, count: number) =>
    find(trail, choices, { now, first, count }),
} as unknown as Library;

test('a page of open calls whose last have closed meanwhile is the first page again, not an empty one', () => {
  const stage = new Stage(() => undefined);
  const titles = (): readonly string[] => [...document.querySelectorAll('.row-title')].map(wordsOf);
  stage.open(
    new List(
      '可参与的项目',
      { isOpen: true },
      { library, stage, allow: () => undefined, open: () => undefined },
    ),
  );
  partOf('data-next').click();
  expect(wordsOf(partOf('data-place'))).toBe('第 13–14 条，共 14 条');
  now = Date.parse('2026-11-22T12:00:00+08:00');
  stage.redraw();
  expect(titles()).toHaveLength(12);
  expect(wordsOf(partOf('data-place'))).toBe('第 1–12 条，共 12 条');
  expect(partOf<HTMLButtonElement>('data-previous').disabled).toBe(true);
});
