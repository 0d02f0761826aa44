import { readSettings } from '../settings.ts';
import { BUILD_OPTIONS, run as build } from './build.ts';
import { readOptionsAlone } from './options.ts';
import { servedBase } from './served-base.ts';
import { serveUntilStopped } from './serve.ts';

const usage = `用法：npm start -- [--compress]

  检查、生成并在本机打开网站，直到按 Ctrl+C 停止。
  --compress  给文本文件各写一份 .gz 和 .br`;

/** `npm start`: checks, builds and indexes the site, then serves it until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  if (readOptionsAlone(args, usage, BUILD_OPTIONS).help) {
    console.log(usage);
    return 0;
  }
  const { outDir, liveDir, port } = readSettings();
  const exitCode = await build(args, true);
  if (exitCode !== 0) {
    console.error('网站没有打开：请按上面的提示改正，再运行 npm start。');
    return exitCode;
  }
  return serveUntilStopped({ dir: outDir, base: servedBase(), live: liveDir, port });
}
