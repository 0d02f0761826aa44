import { expect, TENDER, TENDER_PAGE, test, type KioskId, type Visitor } from './kiosk.ts';

/** A paragraph of 1,800 characters, a list, and a table of 24 rows in nine columns with long cells and merged ones. */
const LONG = [
  `<h2>七、其他说明</h2><p>${'本段用来核对翻页时每一行都能看到，不重不漏。'.repeat(82)}</p>`,
  `<ul>${'<li>投标人应当在截止之前提交全部文件，逾期不予受理；以系统记录的时间为准。</li>'.repeat(12)}</ul>`,
  '<table><thead><tr>',
  ...Array.from({ length: 9 }, (_, column) => `<th>第${column + 1}列的名称</th>`),
  '</tr></thead><tbody>',
  ...Array.from(
    { length: 24 },
    (_, row) =>
      `<tr>${row % 4 === 0 ? '<td rowspan="4">合并的一格，跨四行，写得很长，要好几行才写得下</td>' : ''}` +
      Array.from(
        { length: 8 },
        (_, column) => `<td>${`第${row + 1}行第${column + 2}列`.repeat(1 + ((row * column) % 5))}</td>`,
      ).join('') +
      '</tr>',
  ),
  '</tbody></table>',
].join('');

/** What is seen of the lines of an announcement. */
interface Seen {
  /** Every line, in the order in which it is read, and whether its upper and its lower edge are on the glass. */
  readonly lines: readonly { words: string; upper: boolean; lower: boolean }[];
}

/**
 * Looks where each line of text is on the glass. Its edges are those of its ink, 1.1 em around the middle of the line;
 * an edge is seen if a touch there would meet the announcement. Across a table is moved by its own buttons, so a cell
 * beside the glass is looked for at the glass' own edge.
 */
const look = (visitor: Visitor): Promise<Seen> =>
  visitor.page.evaluate(() => {
    const paper = document.querySelector('.paper')!;
    const { left, right, top, bottom } = paper.getBoundingClientRect();
    const meets = (x: number, y: number): boolean => {
      if (y < top || y > bottom) return false;
      const hit = document.elementFromPoint(Math.min(Math.max(x, left + 2), right - 2), y);
      return hit !== null && paper.contains(hit);
    };
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines: { words: string; upper: boolean; lower: boolean }[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() === '' || text.parentElement!.closest('.visually-hidden')) continue;
      range.selectNodeContents(text);
      const ink = parseFloat(getComputedStyle(text.parentElement!).fontSize) * 0.55;
      for (const [place, box] of Array.from(range.getClientRects()).entries()) {
        const [x, middle] = [box.left + 1, (box.top + box.bottom) / 2];
        lines.push({
          words: `${text.data.trim().slice(0, 12)} ${place}`,
          upper: meets(x, middle - ink),
          lower: meets(x, middle + ink),
        });
      }
    }
    return { lines };
  });

const place = (visitor: Visitor) => visitor.page.locator('[data-place]');

for (const kiosk of ['hall-1', 'hall-2'] as const satisfies readonly KioskId[])
  for (const size of ['the usual size', '大字'] as const)
    test(`page by page at ${kiosk} in ${size} every line of a long announcement is seen whole, and none is cut`, async ({
      visitor,
    }) => {
      const { server, page } = visitor;
      server.texts.set(TENDER_PAGE, server.read(TENDER_PAGE).replace('<div class="words">', `$&${LONG}`));
      await visitor.comeTo(kiosk);
      if (size === '大字') await visitor.touch('大字');
      await visitor.type('2026031');
      await visitor.openRow(TENDER);
      // Above a wide table that is high, and below it.
      const long = page.locator('.wide-table', { hasText: '第9列的名称' });
      await expect(long.getByRole('button', { name: '向右看 ▶' })).toHaveCount(2);
      const last = Number(/^第 1 页，共 (\d+) 页$/u.exec((await place(visitor).textContent())!)![1]);
      expect(last).toBeGreaterThan(5);
      const whole = new Set<number>();
      const there: number[][] = [];
      for (let turned = 1; turned <= last; turned += 1) {
        await expect(place(visitor)).toHaveText(`第 ${turned} 页，共 ${last} 页`);
        const { lines } = await look(visitor);
        expect(lines.filter(({ upper, lower }) => upper !== lower).map(({ words }) => words)).toEqual([]);
        const seen = lines.flatMap(({ upper, lower }, line) => (upper && lower ? [line] : []));
        expect(seen.length).toBeGreaterThan(0);
        for (const line of seen) whole.add(line);
        there.push(seen);
        if (turned === last)
          expect(lines.map((_, line) => line).filter((line) => !whole.has(line))).toEqual([]);
        else await visitor.touch('下一页');
      }
      await expect(page.locator('[data-next]')).toBeDisabled();
      for (const seen of there.reverse().slice(1)) {
        await visitor.touch('上一页');
        const { lines } = await look(visitor);
        expect(lines.flatMap(({ upper, lower }, line) => (upper && lower ? [line] : []))).toEqual(seen);
      }
      await expect(page.locator('[data-previous]')).toBeDisabled();
    });

test('in 大字 an announcement goes on at the line that was being read', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await visitor.touch('公告正文');
  const heading = page.locator('.paper h3', { hasText: '公告正文' });
  await expect(heading).toBeInViewport({ ratio: 1 });
  await visitor.touch('大字');
  await expect(heading).toBeInViewport({ ratio: 1 });
  await visitor.touch('标准字');
  await expect(heading).toBeInViewport({ ratio: 1 });
});

test('led to a part beside the end of an announcement, 下一页 does not lead to the same end once more', async ({
  visitor,
}) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  await visitor.touch('附件');
  await expect(page.locator('.contacts')).toBeInViewport({ ratio: 1 });
  await expect(place(visitor)).toHaveText(/^第 (\d+) 页，共 \1 页$/u);
  await expect(page.locator('[data-next]')).toBeDisabled();
  await visitor.touch('上一页');
  await expect(page.locator('[data-next]')).toBeEnabled();
});

test('after a finger has moved an announcement, 下一页 and 上一页 skip nothing', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await visitor.type('2026031');
  await visitor.openRow(TENDER);
  const paper = page.locator('.paper');
  const top = (): Promise<number> => paper.evaluate((element) => element.scrollTop);
  await visitor.touch('下一页');
  const second = await top();
  await paper.evaluate((element) => element.scrollBy(0, 97));
  await expect.poll(() => paper.evaluate((element) => getComputedStyle(element).clipPath)).toBe('inset(0px)');
  await expect(place(visitor)).toHaveText(/^第 2 页/u);
  await visitor.touch('上一页');
  expect(await top()).toBe(second);
  await paper.evaluate((element) => element.scrollBy(0, 97));
  const height = await paper.evaluate((element) => element.clientHeight);
  const moved = await top();
  await visitor.touch('下一页');
  await expect(place(visitor)).toHaveText(/^第 3 页/u);
  expect(await top()).toBeGreaterThan(moved);
  expect(await top()).toBeLessThanOrEqual(moved + height);
});
