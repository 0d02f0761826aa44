import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictureDesk } from '../handbook/desk-pictures.ts';
import { expect, test } from './base.ts';

/** The first preview has the program made that renders pages. */
const LONGEST = 240_000;

test('手册里办事台的每一张图都还拍得出来：屏幕上有图里要有的东西', async ({ browser }) => {
  test.setTimeout(LONGEST);
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-pictures-'));
  try {
    await pictureDesk(browser, folder);
    const ofHandbook = readdirSync('docs/handbook').filter((name) => name.startsWith('desk-'));
    expect(readdirSync(folder).toSorted()).toEqual(ofHandbook.toSorted());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
