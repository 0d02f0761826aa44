import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Bundle } from '../../src/build/bundle.ts';
import type { SiteStatus } from '../../src/core/publishing.ts';
import { openDesk } from '../../src/desk/open.ts';
import { contentFolder, NOTICE, notice, temporaryFolder } from '../cli/command.ts';

/** The moment that desks under test take for the present. */
export const NOW = '2026-03-02T08:00:00+08:00';

/** A page of the desk in a test: what it asks, as its browser would send it. */
export interface TestDesk {
  readonly origin: string;
  readonly token: string;
  readonly contentDir: string;
  /** Everything that went wrong and was no refusal. */
  readonly reported: readonly unknown[];
  readonly ask: <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    more?: Sent,
  ) => Promise<Answered<T>>;
  /** Lets time pass by the clock that nobody sets. */
  readonly wait: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

interface Sent {
  /** By what the window calls itself. */
  readonly window?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Opens a desk for a content folder, by itself one with a single notice; it is closed with the test. */
export async function deskFor(
  contentDir = contentFolder({ [NOTICE]: notice() }),
  now: () => string = () => NOW,
  bundle: () => Promise<Bundle> = () => Promise.reject(new Error('Nothing renders pages in this test.')),
  askSite: () => Promise<SiteStatus | 'none' | undefined> = () => Promise.resolve('none'),
  published: ReadonlySet<string> = new Set(),
): Promise<TestDesk> {
  const page = join(temporaryFolder(), 'page');
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>办事台</title>');
  const reported: unknown[] = [];
  const report = (error: unknown): void => void reported.push(error);
  let passed = 1;
  const wait = (seconds: number): void => void (passed += seconds * 1_000);
  const desk = await openDesk({
    ...{ contentDir, page, now, bundle, askSite, report },
    milliseconds: () => passed,
    ...{
      programs: '',
      version: '0.0.0',
      published: () => published,
      askClock: () => Promise.resolve(undefined),
    },
  });
  onTestFinished(() => desk.close());
  const { origin, hash } = new URL(desk.address);
  const token = hash.replace('#token=', '');
  const ask: TestDesk['ask'] = async (method, path, body, { window = 'window-1', headers = {} } = {}) => {
    const isBytes = body instanceof Uint8Array;
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        'X-Desk-Token': token,
        'X-Desk-Window': window,
        'Sec-Fetch-Site': 'same-origin',
        Origin: origin,
        ...(body !== undefined && {
          'Content-Type': isBytes ? 'application/octet-stream' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text && JSON.parse(text)) as never, headers: answer.headers };
  };
  return { origin, token, contentDir, reported, ask, wait, close: desk.close };
}
