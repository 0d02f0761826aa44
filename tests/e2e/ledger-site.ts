import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import { makeLedgerSite } from '../ledger/small-site.ts';
import { test as base } from './base.ts';

export { expect } from './base.ts';

/** A site that keeps a ledger and signs it: a notice with an attachment, and one with an erratum. */
export interface LedgerSite {
  readonly url: string;
  readonly dir: string;
  readonly file: (path: string) => Buffer;
}

export const test = base.extend<object, { ledgerSite: LedgerSite }>({
  ledgerSite: [
    async ({}, use) => {
      const room = mkdtempSync(join(tmpdir(), 'zhangbang-ledger-'));
      makeLedgerSite(room);
      const dir = join(room, 'dist');
      const server = await startServer({ dir, base: '/', port: 0 });
      await use({ url: server.url, dir, file: (path) => readFileSync(join(dir, path)) });
      await server.close();
      rmSync(room, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ ledgerSite }, use) => use(ledgerSite.url),
});
