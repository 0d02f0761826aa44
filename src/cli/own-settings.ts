import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/dependencies.mjs';

/** Beside package.json, in the form that Node reads: `CONTENT_DIR=../content`. It belongs to this machine alone. */
export const OWN_SETTINGS = join(root, '.env');

/**
 * Takes the settings of this machine, where somebody has written them down; what the environment says comes before them.
 * Tests are of the product and its sample, wherever the machine's content lies.
 */
export function loadOwnSettings(command: string | undefined): void {
  if (command === 'test') process.env['CONTENT_DIR'] ??= '';
  if (existsSync(OWN_SETTINGS)) process.loadEnvFile(OWN_SETTINGS);
}
