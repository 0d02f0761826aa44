import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { LEGACY } from '../../src/core/announcement/legacy.ts';
import { typeOf } from '../../src/core/announcement/schema.ts';
import { renderBody } from '../../src/core/body/render.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { textFor } from '../../src/importer/compose.ts';
import { readSavedPage } from '../../src/importer/read-saved-page.ts';
import { generate } from '../bench/generate.ts';
import { runsOf } from '../repeatable.ts';
import { ENCODINGS, oldPageOf, TEMPLATES, type Encoding, type Template } from './old-site.ts';

const root = mkdtempSync(join(tmpdir(), 'zhangbang-mutated-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
generate(join(root, 'made'), 20, '7');
writeFileSync(join(root, 'secret.txt'), 'secret');
const pages = loadCorpus(join(root, 'made')).entries.map(oldPageOf);

/** What is put into pages: scripts, ways out of the folder, tags that never end, half characters. */
const POISON = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">打印</a>',
  '<a href="../../../../secret.txt">附件.txt</a>',
  '<a href="/../../secret.txt">附件二.txt</a>',
  '<a href="%2e%2e/%2e%2e/secret.txt">附件三.txt</a>',
  '<a href="..\\..\\secret.txt">附件四.txt</a>',
  '<a href="file:///etc/passwd">附件五.txt</a>',
  '<a href="data:text/html,<script>alert(1)</script>">看</a>',
  '<iframe src="//evil.example.cn"></iframe>',
  '<svg><script>alert(1)</script></svg>',
  '<table><tr><td colspan="99999" rowspan="99999">x</td></tr></table>',
  '<!--',
  '-->',
  '<![CDATA[',
  '</div></div>',
  '<div>'.repeat(200),
  '&#0;',
  '&#xD800;',
  '\u202e',
  '\ufffe',
  '<plaintext>',
  '<textarea>',
  '](javascript:alert(1))',
  '![](../secret.txt)',
  '---\n标题: 假\n---',
  '| a | b |\n| --- |',
];

const mutated = fc
  .record({
    page: fc.nat(pages.length - 1),
    template: fc.constantFrom(...(Object.keys(TEMPLATES) as Template[])),
    encoding: fc.constantFrom(...(Object.keys(ENCODINGS) as Encoding[])),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(60),
        put: fc.oneof(fc.constantFrom(...POISON), fc.string({ maxLength: 20, unit: 'binary' })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 4 }),
  })
  .map(({ page, template, encoding, edits, bytes }) => {
    let html: string = TEMPLATES[template](pages[page]!);
    for (const { at, cut, put } of edits) {
      const place = Math.floor(at * html.length);
      html = html.slice(0, place) + put + html.slice(place + cut);
    }
    const result = Buffer.from(ENCODINGS[encoding](html.toWellFormed()));
    for (const [at, byte] of bytes) result[Math.floor(at * (result.length - 1))] = byte;
    return result;
  });

describe('改坏的旧网页', () => {
  // A tenth of them in every run; FC_TIMES=10 tries 2,000.
  test('怎样坏都读得完，写出来的没有脚本，也没有文件夹外面的文件', () => {
    const site = join(root, 'site');
    fc.assert(
      fc.property(mutated, (bytes) => {
        writeSite(site, bytes);
        const outcome = readSavedPage(
          { root: site, site: undefined, map: { regions: {}, bodyAt: [] }, regions: [] },
          { path: Buffer.from('a/b/c.html'), column: undefined, answers: undefined, known: undefined },
          (paths) => paths.map(() => ({ isText: true, texts: [] })),
        );
        if (typeof outcome === 'string') return;
        expect(outcome.record.findings.filter(({ code }) => code === 'G131')).toEqual([]);
        if (!outcome.draft) return;
        const { draft, record } = outcome;
        expect(draft.files).toEqual([]);
        const text = textFor(draft, typeOf(record.category ?? 'general', LEGACY), undefined);
        expect(text.split('\n').filter((line) => line === '---')).toHaveLength(
          2 + draft.body.split('\n').filter((line) => line === '---').length,
        );
        const html = renderBody(draft.body, () => undefined);
        expect(html).not.toMatch(
          /<(?:script|iframe|svg|object|style|plaintext|textarea)\b|\son\w+=["']|(?:href|src)="(?:javascript|data|file):/iu,
        );
      }),
      { numRuns: runsOf(200) },
    );
  }, 240_000);
});

function writeSite(site: string, bytes: Uint8Array): void {
  mkdirSync(join(site, 'a/b'), { recursive: true });
  writeFileSync(join(site, 'a/b/c.html'), bytes);
}
