import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carryOut, filesOfExchange, isUnderWay, prepare, settle } from '../../src/build/exchange.ts';
import { realDisk } from '../../src/mirror/disk.ts';
import { patiently } from '../../src/patience.ts';
import { Death, FaultyDisk } from '../mirror/faulty-disk.ts';

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-exchange-'));
});
afterEach(() => rmSync(room, { recursive: true }));

const BEFORE = { 'index.html': '旧', 'a/index.html': '甲', 'b/index.html': '乙', 'c/d/index.html': '丙' };
const AFTER = { 'index.html': '新', 'a/index.html': '甲', 'b/index.html': '乙二', 'e/f/index.html': '丁' };
const EXCHANGE = {
  release: '2',
  puts: ['e/f/index.html', 'b/index.html', 'index.html'],
  removals: ['c/d/index.html'],
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const read = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')])
      .sort(),
  );

/** A site, and beside it what changes it. */
function arrange(name: string): { site: string; staging: string } {
  const site = join(room, name);
  const staging = join(room, `${name}.staging`);
  write(site, BEFORE);
  write(
    filesOfExchange(staging),
    Object.fromEntries(EXCHANGE.puts.map((path) => [path, AFTER[path as 'index.html']])),
  );
  return { site, staging };
}

describe('files of a site that is served are exchanged', () => {
  test('what is new and changed is there, what goes is gone with its empty folders, the rest stays', () => {
    const { site, staging } = arrange('site');
    const disk = new FaultyDisk();
    prepare(staging, EXCHANGE, disk);
    expect(read(site)).toEqual(BEFORE);
    carryOut(staging, site, disk);
    expect(read(site)).toEqual(AFTER);
    expect(existsSync(join(site, 'c'))).toBe(false);
  });

  test('a page that is open on Windows all the time stops the exchange, and the next run ends it', () => {
    const { site, staging } = arrange('site');
    const held = join(site, 'b/index.html');
    const windows = { platform: 'win32', wait: () => undefined } as const;
    const rename = (from: string, to: string): void =>
      patiently(() => {
        if (to === held) throw Object.assign(new Error('EPERM: held, rename'), { code: 'EPERM' });
        renameSync(from, to);
      }, windows);
    prepare(staging, EXCHANGE, realDisk);
    expect(() => carryOut(staging, site, { ...realDisk, rename })).toThrow('EPERM');
    expect(isUnderWay(staging)).toBe(true);
    expect(read(site)).toMatchObject({ 'index.html': '旧', 'e/f/index.html': '丁' });
    expect(settle(staging, site, () => false, realDisk)).toBe(true);
    expect(read(site)).toEqual(AFTER);
  });

  test('what was prepared and whose release is not known is not carried out', () => {
    const { site, staging } = arrange('site');
    prepare(staging, EXCHANGE, new FaultyDisk());
    expect(settle(staging, site, () => false, new FaultyDisk())).toBe(false);
    expect(read(site)).toEqual(BEFORE);
  });

  test('what was prepared and whose release is known is carried out by the next run', () => {
    const { site, staging } = arrange('site');
    prepare(staging, EXCHANGE, new FaultyDisk());
    expect(settle(staging, site, (release) => release === '2', new FaultyDisk())).toBe(true);
    expect(read(site)).toEqual(AFTER);
    expect(settle(staging, site, () => true, new FaultyDisk())).toBe(false);
  });

  test('a power cut at any step leaves the old site or leads to the new one', () => {
    const count = new FaultyDisk();
    const whole = arrange('whole');
    prepare(whole.staging, EXCHANGE, count);
    carryOut(whole.staging, whole.site, count);
    expect(count.steps).toBeGreaterThan(10);
    for (let step = 1; step <= count.steps; step += 1) {
      const { site, staging } = arrange(`cut-${step}`);
      let isKnown = false;
      expect(() => {
        const disk = new FaultyDisk(step);
        prepare(staging, EXCHANGE, disk);
        isKnown = true;
        carryOut(staging, site, disk);
      }).toThrow(Death);
      settle(staging, site, () => isKnown, new FaultyDisk());
      expect(read(site), `step ${step}`).toEqual(isKnown ? AFTER : BEFORE);
    }
  });
});
