import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BoxWord } from '../../../src/client/screen/box.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-22T12:00:00+08:00');

/** What the web server of the box says: its clock, and the status of its mirror; 404 without one. */
let clock: number;
let status: string | undefined;
let asked: string[];
let askBox: () => Promise<BoxWord>;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON });
  vi.resetModules();
  [clock, status, asked] = [NOON, undefined, []];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const headers = { Date: new Date(clock).toUTCString() };
    return Promise.resolve(new Response(status ?? 'none', { status: status ? 200 : 404, headers }));
  });
  comeBy('http:', true);
  ({ askBox } = await import('../../../src/client/screen/box.ts'));
  // The page has run for a week: its counter is far from its beginning.
  await wait(7 * 24 * 60);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser holds plain http of its own device secure, and no other. */
function comeBy(protocol: string, isSecure: boolean): void {
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('isSecureContext', isSecure);
}

const contactBefore = (minutes: number): string =>
  JSON.stringify({ schema: 1, contactAt: new Date(clock - minutes * MINUTE).toISOString() });

async function wait(minutes: number): Promise<void> {
  clock += minutes * MINUTE;
  await vi.advanceTimersByTimeAsync(minutes * MINUTE);
}

/** How old, in minutes, an answer of now is taken to be. */
const age = async (): Promise<number> => (performance.now() - (await askBox()).reachedAt) / MINUTE;

test('a screen of the box itself is as old as its mirror’s last contact', async () => {
  status = contactBefore(40);
  expect(await age()).toBe(40);
  await wait(3);
  expect(await age()).toBe(43);
  status = contactBefore(1);
  expect(await age()).toBe(1);
  expect(asked).toEqual(Array(3).fill('/mirror-status.json'));
});

test.each([
  ['http:', false],
  ['https:', true],
] as const)('a screen of a server by %s asks for no mirror', async (protocol, isSecure) => {
  comeBy(protocol, isSecure);
  status = contactBefore(40);
  expect(await age()).toBe(0);
  expect(asked).toEqual([]);
});

const UNREADABLE = [
  ['is not there', undefined],
  ['was cut short', '{"schema":1,"contactAt":"2026-11'],
  ['is nothing', 'null'],
  ['is without end', 'x'.repeat(100_000)],
] as const;

test.each([
  ...UNREADABLE,
  ['is of a box that a stick feeds', '{"schema":1,"seq":20261122090000}'],
  ['holds something else', '{"contactAt":7e9,"message":null}'],
] as const)('where the status %s, an answer is of now', async (_, text) => {
  status = text;
  expect(await age()).toBe(0);
});

test.each(UNREADABLE)(
  'where the status %s after a contact was known, that stays the last',
  async (_, text) => {
    status = contactBefore(40);
    await askBox();
    status = text;
    expect(await age()).toBe(40);
    await wait(2);
    expect(await age()).toBe(42);
  },
);

test('a box that a stick feeds from now on is believed like any server', async () => {
  status = contactBefore(40);
  await askBox();
  status = '{"schema":1,"seq":20261122090000}';
  expect(await age()).toBe(0);
});

test.each([
  ['forward by four days', 4 * 24 * 60],
  ['back by four days', -4 * 24 * 60],
])('when the clock of the box is put %s, a contact is neither older nor newer', async (_, minutes) => {
  status = contactBefore(5);
  expect(await age()).toBe(5);
  clock += minutes * MINUTE;
  expect(await age()).toBe(5);
  await wait(10);
  expect(await age()).toBe(15);
});

test('a contact of a clock that was ahead is of now, and grows old from then on', async () => {
  status = contactBefore(-600);
  expect(await age()).toBe(0);
  await wait(20);
  expect(await age()).toBe(20);
});

/** What the mirror has measured so many minutes ago: the source's clock less that of the box, in hours. */
const measured = (hours: number, minutes = 1): string =>
  JSON.stringify({
    schema: 1,
    contactAt: new Date(clock - minutes * MINUTE).toISOString(),
    skewSeconds: hours * 3600,
  });

/** By how many hours the time is to be corrected. */
async function skew(): Promise<number | 'lost'> {
  const { skew } = await askBox();
  return skew === 'lost' ? skew : skew / (60 * MINUTE);
}

test('the clock of a box is put right by what its mirror has measured', async () => {
  status = measured(-23);
  expect(await skew()).toBe(-23);
  await wait(1);
  expect(await skew()).toBe(-23);
  status = measured(0);
  expect(await skew()).toBe(0);
});

test.each([
  ['is not there', undefined],
  ['is of a mirror of before', '{"schema":1,"contactAt":"2026-11-22T11:59:00+08:00"}'],
  ['tells no number', '{"schema":1,"contactAt":"2026-11-22T11:59:00+08:00","skewSeconds":"-9"}'],
])('where the status %s, the clock of the box is believed', async (_, text) => {
  status = text;
  expect(await skew()).toBe(0);
});

test('a measure stays known when the status is not answered once', async () => {
  status = measured(-23);
  await askBox();
  status = undefined;
  expect(await skew()).toBe(-23);
});

test.each([
  ['ahead by 23 hours', 23 * 60],
  ['back by 23 hours', -23 * 60],
])(
  'when the clock of the box is put %s, nobody knows the time until the mirror has measured again',
  async (_, minutes) => {
    status = measured(0);
    expect(await skew()).toBe(0);
    clock += minutes * MINUTE;
    expect(await skew()).toBe('lost');
    await wait(30);
    expect(await skew()).toBe('lost');
    status = measured(-minutes / 60);
    expect(await skew()).toBe(-minutes / 60);
  },
);

test('a box that woke up before its last measure knows no time, and follows its clock again once that was put right', async () => {
  status = measured(0, 1);
  clock -= 40 * 24 * 60 * MINUTE;
  expect(await skew()).toBe('lost');
  clock += 41 * 24 * 60 * MINUTE;
  expect(await skew()).toBe(0);
});

/** The mirror of a box that has lost its clock: it measures the clock, and tells no contact. */
const lostClock = (result: string): string =>
  JSON.stringify({ schema: 1, at: new Date(clock).toISOString(), result, skewSeconds: 56 * 365 * 86_400 });

test('a box that has lost its clock goes by its source, and is as old as the last run that reached it', async () => {
  clock = Date.parse('1970-01-02T00:00:00Z');
  status = lostClock('unchanged');
  expect(await skew()).toBe(56 * 365 * 24);
  await wait(3);
  status = lostClock('unchanged');
  expect(await age()).toBe(0);
  await wait(3);
  status = lostClock('network');
  expect(await age()).toBe(3);
  await wait(200);
  status = lostClock('network');
  expect(await age()).toBe(203);
});

test('such a box whose source is already dead is as old as its page', async () => {
  status = lostClock('network');
  expect(await age()).toBe(0);
  await wait(20);
  expect(await age()).toBe(20);
});
