import { describe, expect, test } from 'vitest';
import { occasionsOf } from '../../../src/core/agenda/occasion.ts';
import { standingOf } from '../../../src/core/agenda/standing.ts';
import { later, move, suspension, tenderAnd } from '../agenda/announcements.ts';
import { checkTree, type Tree } from '../fixtures.ts';

const linked = (...trees: readonly Tree[]) => {
  const { links, findings, corpus } = checkTree(tenderAnd(...trees));
  const announcementWith = (id: string) => corpus.entries.find((entry) => entry.id === id)!.announcement;
  const effective = links.effective.get('tender')!;
  const events = links.events.get('tender')!;
  const bid = occasionsOf(effective.announcement, effective.changes).find(({ kind }) => kind === 'bid')!;
  return {
    events,
    standing: standingOf(effective, bid, events, announcementWith),
    codes: findings.map(({ code, file }) => `${code} ${/([^/]+)\.md$/u.exec(file)![1]!}`),
  };
};

const resumption = (fields = '恢复时间: 2026-03-16 09:00') =>
  later('resumption', '恢复公告', '2026-03-16 09:00', fields);

const NEW_TIMES = `更正内容:
  - 字段: 投标截止
    原: 2026-03-25 09:30
    新: 2026-04-08 09:30
  - 字段: 开标时间
    原: 2026-03-25 09:30
    新: 2026-04-08 09:30`;

describe('恢复公告', () => {
  test('不改时间也恢复：不再是已中止，日历上的事重新定下来', () => {
    const { codes, events, standing } = linked(suspension, resumption());
    expect(codes).toEqual([]);
    expect(events.suspended).toBeUndefined();
    expect(events.resumed).toBe('resumption');
    expect(standing).toMatchObject({ status: 'confirmed', sequence: 2 });
  });

  test('同时定下新的时间', () => {
    const { codes, events, standing } = linked(suspension, resumption(NEW_TIMES));
    expect(codes).toEqual([]);
    expect(events).toMatchObject({ resumed: 'resumption', corrected: ['resumption'] });
    expect(standing.status).toBe('confirmed');
  });

  test('关联公告写的是暂停公告，也知道恢复的是哪一份', () => {
    const lifting = Object.fromEntries(
      Object.entries(resumption(NEW_TIMES)).map(([file, text]) => [
        file,
        String(text).replace('关联公告: tender', '关联公告: suspension'),
      ]),
    );
    expect(Object.values(lifting).join()).toContain('关联公告: suspension');
    const { codes, events } = linked(suspension, lifting);
    expect(codes).toEqual([]);
    expect(events).toMatchObject({ resumed: 'resumption', corrected: ['resumption'] });
    expect(events.suspended).toBeUndefined();
  });

  test('恢复以后再中止，又是已中止', () => {
    const again = later('again', '中止公告', '2026-03-18 09:00', '暂停时间: 2026-03-18 09:00\n原因: 复核');
    const { codes, events, standing } = linked(suspension, resumption(), again);
    expect(codes).toEqual([]);
    expect(events.suspended).toBe('again');
    expect(events.resumed).toBeUndefined();
    expect(standing).toMatchObject({ status: 'tentative', sequence: 3 });
  });

  test('没有中止过的项目，提醒核对', () => {
    expect(linked(resumption()).codes).toEqual(['L131 resumption']);
  });
});

describe('中止期间的更正', () => {
  const about = (matter: string, to: string, reason: string): Tree =>
    later(
      'correction-1',
      '更正公告',
      '2026-03-16 09:00',
      `影响投标文件编制: 否\n原因: ${reason}\n更正内容:\n  - 事项: ${matter}\n    原: 甲\n    新: ${to}`,
    );

  test('改了时间就恢复', () => {
    const moved = move(
      'correction-1',
      '2026-03-16 09:00',
      '投标截止',
      '2026-03-25 09:30',
      '2026-03-30 09:30',
    );
    expect(linked(suspension, moved).events.suspended).toBeUndefined();
  });

  test.each([
    ['原因里写了恢复', about('图纸', '乙', '复核完成，恢复招标')],
    ['改的内容就是恢复', about('招标活动', '继续进行', '复核完成')],
  ])('%s，就恢复', (_name, correction) => {
    const { codes, events } = linked(suspension, correction);
    expect(codes).toEqual([]);
    expect(events.suspended).toBeUndefined();
  });

  test('只改别的内容，仍然中止，并且说明', () => {
    const { codes, events, standing } = linked(suspension, about('图纸', '乙', '图纸有误'));
    expect(codes).toEqual(['L129 correction-1']);
    expect(events.suspended).toBe('suspension');
    expect(standing.status).toBe('tentative');
  });
});

describe('只中止一个标段', () => {
  const lots = (id: string, type: string, at: string, lot: string, fields: string) =>
    later(id, type, at, `适用标段:\n  - "${lot}"\n${fields}`);
  const one = lots('lot', '暂停公告', '2026-03-12 09:00', '01', '暂停时间: 2026-03-12 09:00\n原因: 复核');
  const two = lots('lot-2', '暂停公告', '2026-03-13 09:00', '02', '暂停时间: 2026-03-13 09:00\n原因: 复核');

  test('别的标段照常，这个标段写明已经中止', () => {
    const { events, standing } = linked(one);
    expect(events.suspended).toBeUndefined();
    expect(events.suspendedLots).toEqual({ '01': 'lot' });
    expect(standing.status).toBe('confirmed');
  });

  test('恢复一个，另一个仍然中止', () => {
    const { events } = linked(one, two, lots('resumption', '恢复公告', '2026-03-16 09:00', '01', ''));
    expect(events.suspendedLots).toEqual({ '02': 'lot-2' });
  });

  test('不写标段的恢复公告恢复全部', () => {
    expect(linked(one, two, resumption()).events.suspendedLots).toBeUndefined();
  });
});
