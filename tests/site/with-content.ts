import { onTestFinished, vi } from 'vitest';
import { onDisk, type Tree } from '../core/fixtures.ts';

// Each test reads the site's modules anew, which takes a busy machine seconds.
vi.setConfig({ testTimeout: 30_000 });

/** Has the modules of `src/site/` that the test imports from here on read this content, at this moment. */
export function withContent(tree: Tree, today = '2026-11-22T09:00+08:00'): void {
  vi.stubEnv('CONTENT_DIR', onDisk(tree));
  vi.stubEnv('TODAY', today);
  vi.stubEnv('SITE_URL', 'https://www.example.gov.cn');
  vi.resetModules();
  // What was loaded is kept for the whole process; see src/site/content.ts.
  Reflect.deleteProperty(globalThis, Symbol.for('zhangbang.content'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    Reflect.deleteProperty(globalThis, Symbol.for('zhangbang.content'));
  });
}
