import { gzipSync } from 'node:zlib';
import { expect, test } from './lobby.ts';

/**
 * Packed bytes of the script of a board or a sign: it draws openings, groups, lists, notices of three levels, one
 * announcement alone, what is being read out and how old everything is. It is one file, so that a page is whole or not
 * there at all.
 */
const LARGEST_SCRIPT = 26 * 1024;

test('a screen’s page, script, pointer and data stay small', async ({ page, server }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  for (const screen of ['lobby-a', 'lobby-b', 'door-301', 'door-303']) {
    await page.goto(server.addressOf(screen), { waitUntil: 'networkidle' });
    expect(Buffer.byteLength(server.read(`display/${screen}/index.html`))).toBeLessThanOrEqual(80 * 1024);
    expect(Buffer.byteLength(server.read(`display/${screen}/head.json`))).toBeLessThanOrEqual(1024);
    expect(server.headOf(screen).feed.bytes).toBeLessThanOrEqual(24 * 1024);
  }
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(LARGEST_SCRIPT);
});
