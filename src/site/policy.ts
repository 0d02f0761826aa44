import { createHash } from 'node:crypto';
import { CARE_SCRIPT } from '../core/care.ts';
import { EARLY_SCRIPT } from '../core/search/early.ts';

/**
 * What a page may load and run: files of its own host, nothing written into it but the script of 长辈模式
 * and the scripts handed in, nothing of anybody else's. Full-text search runs WebAssembly; blocks of data are not executed.
 */
export const contentPolicy = (...inlineScripts: readonly string[]): string =>
  print(directives(...inlineScripts));

/** What a lobby screen's page may load and run: the same, its own style sheet, and the font of a strip's dots. */
export const screenPolicy = (inlineStyle: string): string =>
  print({ ...screenDirectives, 'style-src': ["'self'", hashOf(inlineStyle)] });

/** What a kiosk's page may load and run: its own script, style sheets and data, and no form. */
export const kioskPolicy = (): string => print(kioskDirectives);

/**
 * The same as a response header, for every page at once: a lobby screen's own style sheet is allowed by kind, since
 * its page still names it by hash and both policies hold. Only a header can say who may frame a page, and that a
 * kiosk's opens no window, prints nothing and saves nothing.
 */
export function headerPolicy(part: 'site' | 'display' | 'kiosk'): string {
  if (part === 'kiosk')
    return print({
      ...kioskDirectives,
      'frame-ancestors': ["'none'"],
      sandbox: ['allow-scripts', 'allow-same-origin'],
    });
  const own =
    part === 'display'
      ? { ...screenDirectives, 'style-src': ["'self'", "'unsafe-inline'"] }
      : directives(EARLY_SCRIPT);
  return print({ ...own, 'frame-ancestors': ["'self'"] });
}

type Directives = Readonly<Record<string, readonly string[]>>;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const directives = (...inlineScripts: readonly string[]): Directives => ({
  'default-src': ["'none'"],
  'script-src': ["'self'", hashOf(CARE_SCRIPT), ...inlineScripts.map(hashOf), "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
});

const screenDirectives: Directives = {
  ...directives(),
  'font-src': ["'self'"],
};

const kioskDirectives: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const print = (policy: Directives): string =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
