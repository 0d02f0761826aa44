import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { announcementCalendar } from '../../src/site/agenda.ts';
import { calendars, calendarText } from '../../src/site/calendars.ts';
import { loadContent } from '../../src/site/content.ts';
import { toJson, toRss } from '../../src/site/feed-text.ts';
import { allFeeds } from './feeds.ts';
import type { Edition } from '../../src/core/edition.ts';
import { base } from '../core/fixtures.ts';
import { tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';

interface Names {
  guids: readonly string[];
  ids: readonly string[];
  uids: readonly string[];
}

/** Every name under which readers of the feeds and calendars know something. */
async function namesIn(edition: Edition): Promise<Names & { links: ReadonlySet<string> }> {
  const feeds = allFeeds(edition);
  const rss = (await Promise.all(feeds.map((feed) => toRss(edition, feed)))).join('\n');
  const json = feeds.flatMap((feed) => JSON.parse(toJson(edition, feed)).items as { id: string }[]);
  const ics = calendars(edition).map(({ name }) => calendarText(edition, name).replaceAll('\r\n ', ''));
  expect(rss).not.toContain('isPermaLink="true"');
  return {
    guids: sorted([...rss.matchAll(/<guid isPermaLink="false">([^<]*)<\/guid>/gu)].map(([, id]) => id!)),
    ids: sorted(json.map(({ id }) => id)),
    uids: sorted([...ics.join('').matchAll(/^UID:(.*)\r$/gmu)].map(([, uid]) => uid!)),
    links: new Set([...rss.matchAll(/<link>([^<]*announcements[^<]*)<\/link>/gu)].map(([, link]) => link!)),
  };
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();

test('示例站的订阅和日历，名称与加上固定名称之前一字不差', async () => {
  const before = JSON.parse(readFileSync('tests/fixtures/identity/sample.json', 'utf8')) as Names;
  const now = await namesIn(loadContent().edition);
  for (const kind of ['guids', 'ids', 'uids'] as const) {
    expect(before[kind].length).toBeGreaterThan(50);
    expect(before[kind].filter((name) => !now[kind].includes(name))).toEqual([]);
  }
});

describe('网站换了网址', () => {
  const site = (lines: string) => ({
    ...tenderAnd(),
    'site.yaml': String(base['site.yaml']).replace(/^网址: .*$/mu, lines),
  });

  test('固定名称写着原来的网址和基础路径，名称不变，链接是新的', async () => {
    const names = await namesIn(
      editionFrom(
        site('网址: https://new.example.gov.cn\n固定名称: https://old.example.gov.cn/ggzy/'),
        '2026-03-03T09:00+08:00',
      ),
    );
    expect(names.guids).toEqual(['https://old.example.gov.cn/ggzy/announcements/tender/']);
    expect(names.ids).toEqual(names.guids);
    expect(new Set(names.uids.map((uid) => uid.split('@')[1]))).toEqual(new Set(['old.example.gov.cn']));
    expect([...names.links][0]).toMatch(/^https:\/\/www\.example\.gov\.cn\/announcements/u);
  });

  test('为另一个网址生成的同一个站点，名称用 site.yaml 里的', async () => {
    const edition = editionFrom(
      site('网址: https://own.example.gov.cn\n基础路径: /ggzy/'),
      '2026-03-03T09:00+08:00',
    );
    const { guids } = await namesIn(edition);
    expect(guids).toEqual(['https://own.example.gov.cn/ggzy/announcements/tender/']);
    expect(announcementCalendar(edition, 'tender')).toContain('@own.example.gov.cn');
  });
});
