import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { namesTakenInRoot } from '../../src/core/corpus/taken-names.ts';
import { shardOf } from '../../src/core/old-addresses/browser/shard.ts';
import { oldAddresses } from '../../src/core/old-addresses.ts';
import { brokenLinks } from './links.ts';
import { filesLike, pathOf, textOf } from './site.ts';

const sample = check('content');

test('the sample content is published whole: every announcement has its page and its data', () => {
  expect(sample.findings).toEqual([]);
  for (const { id } of sample.corpus.entries) {
    expect(existsSync(pathOf(`announcements/${id}/index.html`)), id).toBe(true);
    expect(existsSync(pathOf(`announcements/${id}.json`)), id).toBe(true);
  }
});

test('every attachment is published byte for byte under a plain name', () => {
  const attached = sample.corpus.entries.filter(({ attachments }) => attachments.length > 0);
  expect(attached.length).toBeGreaterThan(5);
  for (const { id, attachments, file } of attached) {
    for (const [index, attachment] of attachments.entries()) {
      const ending = /\.(\w+)$/u.exec(attachment.file)![1]!.toLowerCase();
      const published = readFileSync(pathOf(`announcements/${id}/attachment-${index + 1}.${ending}`));
      expect(
        published.equals(readFileSync(join('content', file, '..', attachment.file))),
        attachment.file,
      ).toBe(true);
    }
  }
});

test('no link inside the site is broken', () => {
  expect(brokenLinks(pathOf(''), '/')).toEqual([]);
});

test('every old address is known to web servers and to the page of errors, and answers by itself where a file can', () => {
  const old = oldAddresses(sample.corpus.entries);
  expect(old.some(({ old }) => old.includes('?'))).toBe(true);
  const read = (path: string) => textOf(path);
  const known = JSON.parse(read('redirects/addresses.json')) as Record<string, string>;
  expect(Object.keys(known)).toEqual(old.map(({ old }) => old));
  expect(read('redirects/nginx.map').trim().split('\n')).toHaveLength(old.length);
  // Caddy has what is written with capitals in small letters too.
  const capitals = old.filter(({ old }) => old !== old.toLowerCase());
  const lines = read('redirects/caddy.txt').trim().split('\n');
  expect(lines).toHaveLength(old.length + capitals.length + 1);
  for (const { old: address, id } of old) {
    const url = `https://www.example.gov.cn/announcements/${id}/`;
    expect(known[address]).toBe(`announcements/${id}/`);
    const part = JSON.parse(read(`redirects/${shardOf(address)}.json`)) as Record<string, string>;
    expect(part[address]).toBe(known[address]);
    expect(textOf('404.html')).toMatch(new RegExp(`data-shards="[^"]*\\b${shardOf(address)}\\b`, 'u'));
    expect(read('redirects/nginx.map')).toContain(`"${address}" "${url}";\n`);
    expect(read('redirects/caddy.txt')).toContain(`"${address}" "${url}"\n`);
    expect(existsSync(pathOf(join(known[address]!, 'index.html')))).toBe(true);
    if (!address.includes('?'))
      expect(read(address)).toMatch(
        new RegExp(`url=/announcements/${id}/".*rel="canonical" href="${url}"`, 'su'),
      );
  }
});

test('no page stands outside the folders that old addresses may not use, and none in their place is indexed', () => {
  const places = new Set(oldAddresses(sample.corpus.entries).map(({ old }) => old.split('/')[1]!));
  const pages = new Set(sample.corpus.pages.map(({ id }) => id));
  const taken = namesTakenInRoot();
  const names = new Set(filesLike('**/*').map((file) => file.split('/')[0]!));
  expect([...names].filter((name) => !taken.has(name) && !pages.has(name) && !places.has(name))).toEqual([]);
  for (const map of filesLike('**/*').filter((file) => /^sitemap.*xml$/u.test(file)))
    expect(textOf(map)).not.toContain('/jyxx/');
});

test('a feed reader finds every announcement that a feed promises, with its whole address', () => {
  for (const name of ['all', 'construction', 'procurement', 'land', 'property', 'general']) {
    const rss = parseRssFeed(textOf(`feeds/${name}.xml`));
    const json = parseJsonFeed(JSON.parse(textOf(`feeds/${name}.json`)));
    const entries = sample.corpus.entries.filter(
      ({ announcement: { category, type } }) => (name === 'all' || category === name) && type !== 'legacy',
    );
    expect(rss.items!.length, name).toBeGreaterThanOrEqual(Math.min(50, entries.length));
    expect(json.items!.map(({ url }) => url)).toEqual(rss.items!.map(({ link }) => link));
    expect(rss.items![0]!.link).toMatch(/^https:\/\/www\.example\.gov\.cn\/announcements\/[a-z0-9-]+\/$/u);
    const newest = entries
      .map(({ announcement }) => announcement.publishedAt)
      .sort()
      .at(-1)!;
    expect(new Date(rss.items![0]!.pubDate as string).getTime()).toBe(new Date(newest).getTime());
  }
});

test('no page of the old site is served: only its digest and its address', () => {
  const files = filesLike('**/*');
  expect(files.filter((file) => file.includes('originals'))).toEqual([]);
  const texts = files.filter((file) => file.endsWith('.html')).map(textOf);
  expect(texts.filter((text) => text.includes('id="infoContentM"'))).toEqual([]);
});

test('every feed, list of subscriptions and calendar of the site is understood by an independent reader', () => {
  const named = (ending: string): string[] =>
    filesLike('**/*').filter(
      (file) => /^(feeds|calendar|announcements)\//u.test(file) && file.endsWith(ending),
    );
  const read = (file: string): string => textOf(file);
  const feeds = named('.xml');
  expect(feeds.length).toBeGreaterThan(50);
  // Feeds of pairs, such as a category in an area, are there as RSS alone.
  const twins = new Set(named('.json'));
  expect(feeds.filter((file) => !twins.has(file.replace('.xml', '.json')))).toEqual(
    feeds.filter((file) => /^feeds\/.+-area-/u.test(file)),
  );
  for (const file of feeds) {
    const rss = parseRssFeed(read(file));
    expect(rss.items?.length ?? 0, file).toBeGreaterThan(0);
    const twin = file.replace('.xml', '.json');
    if (!twins.has(twin)) continue;
    const json = parseJsonFeed(JSON.parse(read(twin)));
    expect(json.items!.map(({ id }) => id)).toEqual(rss.items!.map(({ guid }) => guid!.value));
  }
  const listed = read('feeds/all.opml').match(/xmlUrl="[^"]+"/gu)!;
  expect(parseOpml(read('feeds/all.opml')).body!.outlines!.length).toBeGreaterThan(3);
  expect(listed.length).toBe(feeds.length);
  const calendars = named('.ics');
  expect(calendars.length).toBeGreaterThan(50);
  for (const file of calendars) {
    const events = new ICAL.Component(ICAL.parse(read(file)) as unknown[]).getAllSubcomponents('vevent');
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size, file).toBe(events.length);
    for (const line of read(file).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});

test('a correction is an entry of its own in the feed and says what changed', () => {
  const json = parseJsonFeed(JSON.parse(textOf('feeds/construction.json')));
  const correction = json.items!.find(({ url }) => url!.includes('gm-js-2026-031-correction-2'))!;
  expect(correction.content_text).toContain(
    '投标截止由“2026年11月25日（星期三）09:30”改为“2026年12月8日（星期二）09:30”',
  );
});

test('the data of an announcement states money in yuan, instants with their offset, and what was corrected', () => {
  const data = JSON.parse(textOf('announcements/gm-js-2026-031-tender.json')) as {
    published: Record<string, unknown>;
    effective: Record<string, unknown>;
    changes: { field: string; by: string }[];
  };
  expect(data.published['budget']).toEqual({ amount: '11600000.00', currency: 'CNY' });
  expect(data.published['bidDeadline']).toBe('2026-11-18T09:30:00+08:00');
  expect(data.effective['bidDeadline']).toBe('2026-12-08T09:30:00+08:00');
  const moves = data.changes.filter(({ field }) => field === 'bidDeadline').map(({ by }) => by);
  expect(moves).toEqual(['gm-js-2026-031-correction-1', 'gm-js-2026-031-correction-2']);
});
