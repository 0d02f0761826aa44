import { expect, test } from 'vitest';
import { publishingPage } from '../../src/site/publishing.ts';
import { NOTICE, notice } from '../cli/command.ts';
import { editionFrom } from './edition.ts';

test('发布情况写明最近一份公告，空的网站不写', () => {
  const edition = editionFrom({ [NOTICE]: notice() }, '2026-05-10T09:00+08:00');
  expect(publishingPage(edition)).toEqual({
    status: '/status.json',
    newest: {
      title: '关于清明节期间业务办理安排的通知',
      href: '/announcements/gm-tz-2026-001/',
      publishedAt: '2026年3月30日（星期一）10:00',
    },
  });
  expect(publishingPage(editionFrom({}, '2026-05-10T09:00+08:00')).newest).toBeUndefined();
});
