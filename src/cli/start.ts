import { readSettings } from '../settings.ts';
import { basePath } from '../site/address.ts';
import { run as build } from './build.ts';
import { serveUntilStopped } from './serve.ts';

/** `npm start`: checks, builds and indexes the site, then serves it until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  const { outDir, port } = readSettings();
  const exitCode = await build(args, false);
  if (exitCode !== 0) {
    console.error('网站没有打开：请按上面的提示改正，再运行 npm start。');
    return exitCode;
  }
  return serveUntilStopped({ dir: outDir, base: basePath(), port });
}
