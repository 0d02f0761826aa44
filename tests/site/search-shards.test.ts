import { describe, expect, test } from 'vitest';
import {
  indexShards,
  recordDigest,
  recordMarks,
  shardsFrom,
  tagOfShard,
  type IndexShard,
  type RecordMark,
} from '../../src/site/search-shards.ts';
import { searchManifest } from '../../src/site/search-manifest.ts';
import type { SearchRecord } from '../../src/site/search.ts';
import { tenderAnd, withdrawn } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';

/** A notice of the first day of a month. */
const notice = (id: string, month: string, words = '通知的正文。'): Tree => ({
  [`announcements/general/${month.slice(0, 4)}/${id}.md`]: `---
标题: 关于${id}的通知
类别: 通知公告
类型: 通知
发布时间: ${month}-01 09:00
发布单位: 佛山市公共资源交易中心高明分中心
---

${words}
`,
});

/** With a tender of March 2026. */
const editionOf = (...trees: readonly Tree[]) => editionFrom(tenderAnd(...trees), '2026-11-22T09:00+08:00');
const idsOf = ({ records }: IndexShard): readonly string[] => records().map(({ id }) => id);

describe('全文索引', () => {
  const old = [notice('b', '2018-02'), notice('a', '2018-01')];

  test('今年和去年一个，更早的一个，各有各的语言名，公告从旧到新', () => {
    const shards = indexShards(editionOf(...old, notice('c', '2025-07')));
    expect(shards.map(({ name, language, newest, count }) => [name, language, newest, count])).toEqual([
      ['hot', 'zz-x-hot', '2026', 2],
      ['archive', 'zz-x-archive', '2018', 2],
    ]);
    expect(shards.map(idsOf)).toEqual([
      ['c', 'tender'],
      ['a', 'b'],
    ]);
  });

  test('有哪些、各是什么时候的，检索页事先知道', () => {
    const edition = editionOf(...old);
    expect(searchManifest(edition).shards).toEqual(
      indexShards(edition).map(({ name, language, tag, newest }) => ({ name, language, tag, newest })),
    );
  });

  test('里面的公告一个字不变，标记就不变；变了，只有它那一个索引的变', () => {
    const tags = (...trees: readonly Tree[]): readonly string[] =>
      indexShards(editionOf(...old, ...trees)).map(({ tag }) => tag);
    const [hot, archive] = tags();
    expect(hot).toMatch(/^[0-9a-f]{16}$/u);
    expect(tags()).toEqual([hot, archive]);
    expect(tags(notice('c', '2026-07'))).toEqual([expect.not.stringMatching(hot!), archive]);
    expect(tags(notice('a', '2018-01', '改了一个字。'))).toEqual([hot, expect.not.stringMatching(archive!)]);
  });

  test('撤下一份，只有它那一个变：它的位置留着，别的公告不挪到别的索引里', () => {
    const edition = editionOf(...old, withdrawn(notice('a', '2018-01'), '2026-03-12 10:00'));
    expect(recordMarks(edition).map(({ id, digest }) => [id, digest === undefined])).toEqual([
      ['a', true],
      ['b', false],
      ['tender', false],
    ]);
    expect(indexShards(edition).map(idsOf)).toEqual([['tender'], ['b']]);
  });
});

describe('从标记切出的索引', () => {
  const mark = (number: number, year = '2026'): RecordMark => ({
    id: `notice-${number}`,
    year,
    digest: `digest-${number}`,
  });
  const marks = Array.from({ length: 2500 }, (_, number) => mark(number));
  const namesAndTags = (given: readonly RecordMark[]): Readonly<Record<string, string>> =>
    Object.fromEntries(shardsFrom(given, '2026', unasked).map(({ name, tag }) => [name, tag]));
  const unasked = (): never => {
    throw new Error('a text was asked for');
  };

  test('不读一份公告的文字；要重做哪一个，才读哪一个的', () => {
    const asked: (readonly string[])[] = [];
    const shards = shardsFrom(marks, '2026', (ids) => {
      asked.push(ids);
      return ids.map((id): SearchRecord => ({ id, year: '2026', sections: [] }));
    });
    expect(asked).toEqual([]);
    expect(shards.map(({ name, count }) => [name, count])).toEqual([
      ['hot', 100],
      ['current-2', 400],
      ['current', 2000],
    ]);
    shards[0]!.records();
    expect(asked).toEqual([marks.slice(2400).map(({ id }) => id)]);
  });

  test('多一份公告，只有最新的那一个变', () => {
    const before = namesAndTags(marks);
    const after = namesAndTags([...marks, mark(2500)]);
    expect({ ...after, hot: '' }).toEqual({ ...before, hot: '' });
    expect(after['hot']).not.toBe(before['hot']);
  });

  test('撤下最旧的一份，别的索引不变', () => {
    const before = namesAndTags(marks);
    const after = namesAndTags([{ ...marks[0]!, digest: undefined }, ...marks.slice(1)]);
    expect({ ...after, current: '' }).toEqual({ ...before, current: '' });
    expect(after['current']).not.toBe(before['current']);
  });

  test('全部撤下了的，没有', () => {
    const given = [{ ...mark(0, '2018'), digest: undefined }, mark(1)];
    expect(Object.keys(namesAndTags(given))).toEqual(['hot']);
  });
});

describe('一份公告的标记', () => {
  const record: SearchRecord = { id: 'tender', year: '2026', sections: ['招标公告', '预算金额 358.6万元'] };

  test('随编号和任何一段文字变，段落分在哪里也算', () => {
    const digest = recordDigest(record);
    const { id, sections } = record;
    const [first = '', ...rest] = sections;
    const others: readonly SearchRecord[] = [
      { ...record, id: `${id}-2` },
      { ...record, sections: rest },
      { ...record, sections: [`${first}。`, ...rest] },
      { ...record, sections: [first.slice(0, 1), first.slice(1), ...rest] },
      { ...record, sections: [...rest, first] },
    ];
    expect(recordDigest({ ...record, sections: [...sections] })).toBe(digest);
    expect(new Set([digest, ...others.map(recordDigest)]).size).toBe(others.length + 1);
  });

  test('次序不同，合起来的标记就不同', () => {
    expect(tagOfShard(['a', 'b'])).not.toBe(tagOfShard(['b', 'a']));
    expect(tagOfShard(['a', 'b'])).not.toBe(tagOfShard(['ab']));
  });
});
