import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { afterAll, expect, test } from 'vitest';
import { incrementalCheck } from '../../src/build/check.ts';
import { fingerprintOf } from '../../src/build/fingerprint.ts';
import { openState } from '../../src/build/state.ts';
import { check } from '../../src/core/check.ts';
import type { Inspect } from '../../src/core/corpus/attachment-content.ts';
import { generate } from '../bench/generate.ts';
import { edit, EDITS, type Desk, type Edit } from './edits.ts';

const root = mkdtempSync(join(tmpdir(), 'zhangbang-check-'));
afterAll(() => rmSync(root, { recursive: true }));

/** An archive with screens of every kind, so that each part of the check has something to look at. */
const archive = join(root, 'archive');
generate(archive, 40, 'incremental');
const screens = {
  board: {
    名称: '一楼大厅',
    尺寸: '55英寸',
    像素: '1920×1080',
    观看距离: '3米',
    栏目: [
      { 内容: '可参与', 条数: '3' },
      { 内容: '最新公告', 条数: '2', 类别: ['政府采购'] },
    ],
  },
  strip: {
    名称: '条屏',
    用途: '条屏',
    点距: '4.75毫米',
    像素: '1024×16',
    观看距离: '6米',
    栏目: [
      { 内容: '今日开标', 条数: '3' },
      { 内容: '更正', 条数: '2' },
    ],
  },
  sign: {
    名称: '三楼 301 门口',
    用途: '门牌',
    地点: 'kb301',
    尺寸: '21.5英寸',
    像素: '1920×1080',
    观看距离: '2米',
  },
};
for (const [name, settings] of Object.entries(screens))
  writeFileSync(join(archive, `displays/${name}.yaml`), stringify(settings));
writeFileSync(
  join(archive, 'site.yaml'),
  `${readFileSync(join(archive, 'site.yaml'), 'utf8')}场所:\n  - 标识: kb301\n    名称: 301 开标室\n`,
);

/** Attachments are what they are called, with the words that they have. */
const inspect: Inspect = (paths) =>
  paths.map((path) => ({ kind: 'pdf', texts: [readFileSync(path, 'utf8')] }));

let count = 0;

function newDesk(): Desk {
  const folder = join(root, `desk-${(count += 1)}`);
  cpSync(archive, folder, { recursive: true });
  return { folder, now: '2026-11-02T09:00:00+08:00', drawer: new Map() };
}

/** Checks with what is remembered from one call to the next. */
function remembering({ folder: contentDir }: Desk, now: () => string) {
  const file = join(`${contentDir}.state`, 'state.sqlite');
  return (settled = Infinity) => {
    // The program does not change while the test runs.
    const { settings } = fingerprintOf({
      project: root,
      contentDir,
      siteUrl: undefined,
      basePath: undefined,
      isStanding: false,
    });
    const state = openState(file, { program: '', settings });
    try {
      return state.transaction(() =>
        incrementalCheck(state, { contentDir, inspect, now, tellsAhead: true, settled }),
      );
    } finally {
      state.close();
    }
  };
}

const wholeCheck = ({ folder, now }: Desk) => check(folder, undefined, inspect, undefined, () => now);

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...Object.keys(EDITS)),
  file: fc.nat(999),
  value: fc.nat(999),
});

/** Scripts of a run; `SCRIPTS=500` for a long one. */
const SCRIPTS = Number(process.env['SCRIPTS'] ?? 5);

test('after any edits the incremental check finds what a check of everything finds', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (script) => {
      const desk = newDesk();
      const again = remembering(desk, () => desk.now);
      try {
        again();
        for (const one of script) {
          edit(desk, one);
          expect(again().findings).toEqual(wholeCheck(desk).findings);
        }
      } finally {
        rmSync(desk.folder, { recursive: true });
        rmSync(`${desk.folder}.state`, { recursive: true });
      }
    }),
    { numRuns: SCRIPTS, ...(process.env['SCRIPTS'] === undefined && { seed: 16 }) },
  );
}, 3_600_000);
