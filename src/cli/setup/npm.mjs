// @ts-check
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** @typedef {{ platform: string, env: Readonly<Record<string, string | undefined>>, execPath: string, exists: (path: string) => boolean }} Machine */

/** @type {Machine} */
const HERE = { platform: process.platform, env: process.env, execPath: process.execPath, exists: existsSync };

/**
 * How npm is started: by its own program under the Node that runs this, which needs no shell; where that is not found,
 * by name. Windows starts npm.cmd by a shell alone, and Node warns of arguments beside one, so there it is one line.
 * @param {readonly string[]} args without spaces or signs that a shell reads
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCall(args, { platform, env, execPath, exists } = HERE) {
  const script = [env['npm_execpath'], npmBeside(platform, execPath)].find(
    (path) => path?.endsWith('npm-cli.js') && exists(path),
  );
  if (script !== undefined) return { command: execPath, args: [script, ...args], shell: false };
  return platform === 'win32'
    ? { command: ['npm.cmd', ...args].join(' '), args: [], shell: true }
    : { command: 'npm', args: [...args], shell: false };
}

/** Where an installation of Node keeps its npm. @param {string} platform @param {string} execPath */
function npmBeside(platform, execPath) {
  const cli = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  return platform === 'win32'
    ? win32.join(win32.dirname(execPath), ...cli)
    : posix.join(posix.dirname(execPath), '..', 'lib', ...cli);
}
