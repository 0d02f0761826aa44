import { parsePort, readSettings } from '../settings.ts';
import { BUILD_OPTIONS, run as build } from './build.ts';
import { readOptionsAlone } from './options.ts';
import { servedBase } from './served-base.ts';
import { PORT_OPTION, serveUntilStopped } from './serve.ts';

const usage = `用法：npm start -- [--compress] [--port 端口]

  检查、生成并在本机打开网站，直到按 Ctrl+C 停止。
  --compress  给文本文件各写一份 .gz 和 .br
  --port 端口  不用 4321，用另一个端口`;

/** `npm start`: checks, builds and indexes the site, then serves it until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  const {
    help,
    port: given,
    ...values
  } = readOptionsAlone(args, usage, { ...BUILD_OPTIONS, ...PORT_OPTION });
  if (help) {
    console.log(usage);
    return 0;
  }
  const { outDir, liveDir, port } = readSettings();
  const own = given === undefined ? port : parsePort(given, '--port');
  const flags = Object.entries(values).flatMap(([name, isGiven]) => (isGiven ? `--${name}` : []));
  const exitCode = await build(flags, true);
  if (exitCode !== 0) {
    console.error('网站没有打开：请按上面的提示改正，再运行 npm start。');
    return exitCode;
  }
  return serveUntilStopped({ dir: outDir, base: servedBase(), live: liveDir, port: own });
}
