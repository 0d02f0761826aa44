import { expect, test } from 'vitest';
import type { Publication, Work } from '../../src/core/desk/api.ts';
import { li, officeWith, wang, written } from './reviewers.ts';

const FIRST = { 标识: 'gm-tz-2026-801' };

test('an id that a colleague has taken since the page was checked is exchanged for the next, however late that is seen', async () => {
  const office = officeWith(0);
  const [chen, other] = [await wang(office), await li(office)];
  const one = await written(chen, { ...FIRST, 标题: '陈静的通知' });
  const two = await written(other, { ...FIRST, 标题: '王芳的通知' });
  const publish = (desk: typeof chen, { key, rev }: typeof one) =>
    desk.ask<Publication>('POST', `/api/publish/${key}`, { rev });
  expect((await publish(chen, one)).body.id).toBe('gm-tz-2026-801');
  // Her desk has looked meanwhile, so that it lies in her folder, too.
  other.wait(20);
  await other.ask<Work>('GET', '/api/work');
  await expect.poll(() => other.clerk.read('announcements/general/2026/gm-tz-2026-801.md')).toBeDefined();
  const { status, body } = await publish(other, two);
  expect([status, body]).toEqual([200, expect.objectContaining({ id: 'gm-tz-2026-802' })]);
  expect(body.steps[0]!.words).toContain('“gm-tz-2026-801”刚被别人用了，改用“gm-tz-2026-802”');
  // Asked again, it is told still.
  const again = (await other.ask<Publication>('GET', `/api/publish/${two.key}`)).body;
  expect(again.steps[0]!.words).toContain('改用“gm-tz-2026-802”');
});
