import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CARE_SCRIPT } from '../../src/core/care.ts';
import { EARLY_SCRIPT } from '../../src/core/search/early.ts';
import { contentPolicy, headerPolicy, kioskPolicy, screenPolicy } from '../../src/site/policy.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The sources of each directive. */
const read = (policy: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0]!, one.split(' ').slice(1)]));

const all = {
  'of a page': contentPolicy(),
  'of a screen': screenPolicy('p { color: red }'),
  'of a kiosk': kioskPolicy(),
  'in the header of the site': headerPolicy('site'),
  'in the header of screens': headerPolicy('display'),
  'in the header of kiosks': headerPolicy('kiosk'),
};

test.each(Object.entries(all))(
  'the policy %s allows nothing that it does not name, and no other host',
  (_, policy) => {
    const directives = read(policy);
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(directives['base-uri']).toEqual(["'none'"]);
    expect(policy).not.toMatch(/https?:|\*|data:|blob:|'unsafe-eval'/u);
    expect(directives['script-src']).not.toContain("'unsafe-inline'");
  },
);

describe('the policy', () => {
  test('of a page runs the one script that is written into it, by its digest, and the search', () => {
    expect(read(contentPolicy())['script-src']).toEqual(["'self'", hash(CARE_SCRIPT), "'wasm-unsafe-eval'"]);
  });

  test('of the search page runs its script for the head too, and so does the header of the site', () => {
    const scripts = ["'self'", hash(CARE_SCRIPT), hash(EARLY_SCRIPT), "'wasm-unsafe-eval'"];
    expect(read(contentPolicy(EARLY_SCRIPT))['script-src']).toEqual(scripts);
    expect(read(headerPolicy('site'))['script-src']).toEqual(scripts);
    expect(read(headerPolicy('display'))['script-src']).not.toContain(hash(EARLY_SCRIPT));
  });

  test('of a screen allows the style sheet that is written into it, by its digest', () => {
    expect(read(screenPolicy('p { color: red }'))['style-src']).toEqual(["'self'", hash('p { color: red }')]);
    expect(read(headerPolicy('display'))['style-src']).toEqual(["'self'", "'unsafe-inline'"]);
  });

  test('of a screen takes the font of a strip from its own host, and no other page takes one', () => {
    for (const policy of [screenPolicy(''), headerPolicy('display')])
      expect(read(policy)['font-src']).toEqual(["'self'"]);
    for (const policy of [contentPolicy(), headerPolicy('site'), kioskPolicy(), headerPolicy('kiosk')])
      expect(read(policy)['font-src']).toBeUndefined();
  });

  test('of a kiosk has no form and no program, and its header opens no window', () => {
    expect(read(kioskPolicy())).toMatchObject({ 'form-action': ["'none'"], 'script-src': ["'self'"] });
    expect(read(headerPolicy('kiosk'))).toMatchObject({
      sandbox: ['allow-scripts', 'allow-same-origin'],
      'frame-ancestors': ["'none'"],
    });
  });

  test.each(['site', 'display'] as const)('in the header of %s says who may frame a page', (part) => {
    expect(read(headerPolicy(part))['frame-ancestors']).toEqual(["'self'"]);
  });
});
