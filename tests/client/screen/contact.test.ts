import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock, toInstant } from '../../../src/client/screen/clock.ts';
import { Contact } from '../../../src/client/screen/contact.ts';
import { Store } from '../../../src/client/screen/store.ts';

const MINUTE = 60_000;

let notes: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00+08:00') });
  notes = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, text: string) => notes.set(key, text),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const contact = (): Contact => new Contact(new Store('lobby-a'), new Clock('2026-11-22T09:00:00+08:00'));

test('a screen behind a mirror is alone since the mirror was, and notes that moment as its last check', () => {
  const screen = contact();
  screen.answered(performance.now() - 40 * MINUTE);
  expect(screen.minutesAlone).toBe(40);
  expect(toInstant(screen.last!)).toBe('2026-11-22T11:20:00+08:00');
  vi.advanceTimersByTime(80 * MINUTE);
  expect(screen.minutesAlone).toBe(120);
  // Loaded anew, before it has asked anybody who answers.
  const again = contact();
  again.failed();
  expect(again.minutesAlone).toBe(120);
});

test('an answer of now ends it', () => {
  const screen = contact();
  screen.answered(performance.now() - 40 * MINUTE);
  screen.answered(performance.now());
  expect(screen.minutesAlone).toBe(0);
  expect(toInstant(screen.last!)).toBe('2026-11-22T12:00:00+08:00');
});
