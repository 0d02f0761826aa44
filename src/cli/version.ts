import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/dependencies.mjs';

/** Of the program, as package.json has it. */
export function versionOfProgram(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
