import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Live } from '../../../src/client/screen/live.ts';
import type { LiveTable } from '../../../src/core/live/browser/live.ts';
import type { Feed } from '../../../src/core/screen/browser/feed.ts';
import { instantAt } from '../../../src/core/announcement/instant.ts';
import { at, bids, item, opening } from '../../core/live/tables.ts';
import { feedWith } from '../../core/screen/busy-day.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What comes after the table that is shown. */
const LATER = { seq: 20261123104200, updatedAt: at('10:31'), read: 2 };

/** What the server has for each room and how it knows it, what it was asked, and the bytes that it sent. */
let files: Map<string, { text: string; etag: string }>;
let asked: string[];
let sent: number;
let isDead: boolean;
let live: Live;
let changes: number;
let feed: Feed;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(at('10:29')) });
  files = new Map();
  [asked, sent, isDead, changes, feed] = [[], 0, false, 0, feedWith([item])];
  vi.stubGlobal('fetch', (path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(path);
    if (isDead) return Promise.reject(new TypeError('Failed to fetch'));
    const file = files.get(path.slice('../../live/'.length, -'.json'.length));
    if (file === undefined) return Promise.resolve(new Response('none', { status: 404 }));
    const { text, etag } = file;
    if (headers['If-None-Match'] === etag) return Promise.resolve(new Response(null, { status: 304 }));
    sent += Buffer.byteLength(text);
    return Promise.resolve(new Response(text, { headers: { ETag: etag } }));
  });
  live = new Live({ feed: () => feed, now: () => instantAt(presentOf()), changed: () => void changes++ });
  const look = (): void => {
    setTimeout(look, 10 * SECOND);
    void live.look();
  };
  look();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function write(table: LiveTable | string, room = 'kb303'): void {
  const text = typeof table === 'string' ? table : JSON.stringify(table);
  files.set(room, { text, etag: `"${createHash('sha256').update(text).digest('hex')}"` });
}

/** The moment at which the test stands, in milliseconds since 1970. */
const presentOf = (): number => vi.getMockedSystemTime()!.getTime();

/** Lets time pass until a moment of the day. */
const until = async (time: string): Promise<void> =>
  void (await vi.advanceTimersByTimeAsync(Date.parse(at(time)) - presentOf()));

const shown = (): readonly (number | string)[] =>
  live.readings().map(({ table }) => (table.kind === 'opening' ? table.read : table.title));

describe('a room is asked while bids are opened in it, and never otherwise', () => {
  test('before the hour there is no question, then one in ten seconds', async () => {
    write(opening());
    await until('10:29');
    expect(asked).toEqual([]);
    await until('10:40');
    expect(asked.length).toBe(61);
    expect(new Set(asked)).toEqual(new Set(['../../live/kb303.json']));
  });

  test('a table that is not there is asked for once a minute', async () => {
    await until('10:40');
    expect(asked.length).toBe(11);
  });

  test('after the end it is asked for once a minute, in case the end was a slip', async () => {
    write(opening({ updatedAt: at('10:31'), ended: at('10:31') }));
    await until('10:32');
    const before = asked.length;
    await until('10:42');
    expect(asked.length - before).toBe(10);
    expect(shown()).toEqual([]);
    write(opening({ seq: 20261123104200, updatedAt: at('10:42') }));
    await until('10:44');
    expect(shown()).toEqual([3]);
  });

  test('after the usual length nobody asks any more', async () => {
    await until('11:31');
    const before = asked.length;
    await until('23:00');
    expect(asked.length).toBe(before);
  });

  test('a day of sixty openings costs less than 3 MiB, with 850 bytes for the heads of each question', async () => {
    const rooms = ['kb301', 'kb302', 'kb303', 'kb305', 'kb206'];
    const items = Array.from({ length: 60 }, (_, index) => {
      const minutes = 8 * 60 + 30 + Math.floor(index / 5) * 45;
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return { ...item, id: `sl-${index}`, at: at(time), roomId: rooms[index % 5]!, room: rooms[index % 5]! };
    });
    feed = feedWith(items);
    vi.setSystemTime(Date.parse(at('08:00')));
    // Each is read out within a quarter of an hour, in five rooms at a time.
    for (const first of items.filter((_, index) => index % 5 === 0)) {
      for (let read = 0; read <= 12; read++) {
        const moment = instantAt(Date.parse(first.at) + (read + 1) * MINUTE);
        await vi.advanceTimersByTimeAsync(Date.parse(moment) - presentOf());
        for (const { id, at: starts, roomId } of items.filter((one) => one.at === first.at)) {
          const ended = read === 12 ? { ended: moment } : {};
          const told = {
            starts,
            seq: Date.parse(moment),
            updatedAt: moment,
            read,
            rows: bids(12, read),
            ...ended,
          };
          write(opening({ announcement: id, room: roomId!, ...told }), roomId);
        }
      }
    }
    await until('23:00');
    expect(sent).toBeGreaterThan(100_000);
    expect(sent + asked.length * 850).toBeLessThan(3 * 2 ** 20);
  });
});

describe('what is read out', () => {
  beforeEach(async () => {
    write(opening({ read: 1, updatedAt: at('10:30') }));
    await until('10:31');
  });

  test('is shown within ten seconds, and told once', async () => {
    expect(shown()).toEqual([1]);
    expect(changes).toBe(2);
    write(opening({ read: 2, seq: 20261123104200, updatedAt: at('10:31') }));
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(shown()).toEqual([2]);
    await until('10:35');
    expect(changes).toBe(3);
  });

  test.each<readonly [what: string, table: LiveTable | string]>([
    ['is malformed', '{"schema":1,'],
    ['is huge', `${' '.repeat(17 * 1024)}{}`],
    ['is older', opening({ seq: 1, read: 2, updatedAt: at('10:31') })],
    ['is of another room', opening({ room: 'kb301', ...LATER })],
    ['is of another announcement', opening({ announcement: 'sl-other', ...LATER })],
    ['is of yesterday', opening({ starts: '2026-11-22T10:30:00+08:00', ...LATER })],
    ['begins later', opening({ starts: at('10:50'), ...LATER })],
    ['was entered tomorrow', opening({ ...LATER, updatedAt: '2026-11-24T10:31:00+08:00' })],
    ['has a character in a name that turns the line around', opening({ rows: [['甲\u202e']], read: 0 })],
  ])(
    'stays as it is when what comes %s, and says after five minutes that it stands still',
    async (_, table) => {
      write(table);
      await until('10:34');
      expect(shown()).toEqual([1]);
      expect(live.readings()[0]!.isStill).toBe(false);
      expect(live.lastFault).not.toBe('');
      await until('10:37');
      expect(shown()).toEqual([1]);
      expect(live.readings()[0]!.isStill).toBe(true);
      write(opening({ read: 3, seq: 20261123104200, updatedAt: at('10:37') }));
      await until('10:39');
      expect(shown()).toEqual([3]);
      expect(live.readings()[0]!.isStill).toBe(false);
    },
  );

  test('what cannot be shown is not sent again and again', async () => {
    write('{'.repeat(10_000));
    await until('11:00');
    expect(sent).toBeLessThan(12_000);
  });

  test('stays while the server is dead, says so, and goes with the end of the opening', async () => {
    isDead = true;
    await until('10:37');
    expect(live.readings().map(({ isStill }) => isStill)).toEqual([true]);
    await until('11:29');
    expect(shown()).toEqual([1]);
    await until('11:31');
    expect(shown()).toEqual([]);
  });

  test.each<readonly [what: string, table: LiveTable]>([
    ['begins later', opening({ starts: at('10:40'), ...LATER })],
    ['was entered ahead of the clock', opening({ ...LATER, updatedAt: at('10:42') })],
  ])('is followed by what %s once its time has come, without another writing', async (_, table) => {
    write(table);
    await until('10:39');
    expect(shown()).toEqual([1]);
    await until('10:41');
    expect(shown()).toEqual([2]);
    expect(live.readings()[0]!.isStill).toBe(false);
  });

  test('is shown anew after a table that could not be shown was put right', async () => {
    write(opening({ ...LATER, seq: 9e15, updatedAt: '2026-11-24T10:31:00+08:00' }));
    await until('10:33');
    write(opening({ ...LATER, updatedAt: at('10:33') }));
    await until('10:34');
    expect(shown()).toEqual([2]);
  });

  test('with an end is over, and stays over for the day', async () => {
    write(opening({ seq: 20261123104200, updatedAt: at('10:31'), ended: at('10:31') }));
    await until('10:32');
    expect([shown(), live.ended()]).toEqual([[], [item.id]]);
    await until('17:00');
    expect(live.ended()).toEqual([item.id]);
  });

  test('goes when its opening is moved', async () => {
    feed = feedWith([{ ...item, moved: { at: at('15:00') } }]);
    await until('10:32');
    expect(shown()).toEqual([]);
  });
});

test('without a clock to be trusted nothing is asked and nothing shown', async () => {
  write(opening());
  const lost = new Live({ feed: () => feed, now: () => undefined, changed: () => void changes++ });
  await lost.look();
  expect([asked, lost.readings(), lost.ended()]).toEqual([[], [], []]);
});
