import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundleFor, type Bundle } from '../../build/bundle.ts';
import { programDigest } from '../../build/fingerprint.ts';
import type { Edition } from '../../core/edition.ts';
import { PROJECT } from '../build-lock.ts';

/** The bundled program of a site's pages; Astro is started only where it is not there yet. */
export function pageBundle({ origin, base }: Pick<Edition, 'origin' | 'base'>): Promise<Bundle> {
  // The bundle names modules of this very checkout, and is another for a test than for a site.
  const names = [programDigest(PROJECT), PROJECT, process.env['NODE_ENV'], origin, base];
  const key = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
  return bundleFor(join(PROJECT, '.cache/bundles'), key, async (outDir) => {
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    const { build } = await import('astro');
    await build({ root: PROJECT, outDir, logLevel: 'warn' });
  });
}
