import { resolve } from 'node:path';
import { buildIn } from '../search-server/published-site.ts';
import { startSearchServer } from '../search-server/server.ts';
import type { Updated } from '../search-server/update.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { readOptionsAlone } from './options.ts';
import { stopped } from './serve.ts';

const usage = `用法：npm run search-server -- [--site 文件夹] [--file 索引文件] [--host 地址] [--port 端口]

  给搜索页提供检索服务：从已经生成的网站做一个索引文件，回答 /api/search 的查询，直到按 Ctrl+C 停止。
  网站更新以后，几秒之内自动把有变化的公告换进索引；换的时候照常回答。
  只读网站，只答 GET，只给本机用：对外由网站服务器（nginx）转过来，见 docs/search-server.md。
  --site   网站在哪个文件夹；默认 dist/，或 OUT_DIR 写明的文件夹
  --file   索引文件放哪里；默认 .cache/search.sqlite。删掉它，下次启动就重新做
  --host   在哪个地址上等候；默认 127.0.0.1
  --port   在哪个端口上等候；默认 8087`;

const options = {
  site: { type: 'string' },
  file: { type: 'string', default: '.cache/search.sqlite' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8087' },
} as const;

/** `npm run search-server`: answers the questions of the search page until it is stopped. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readOptionsAlone(args, usage, options);
  if (given.help) {
    console.log(usage);
    return 0;
  }
  const site = resolve(given.site ?? readSettings().outDir);
  if (buildIn(site) === undefined) {
    console.error(`${site} 中还没有网站：请先运行 npm run build，或者用 --site 写明网站在哪个文件夹。`);
    return 2;
  }
  const stop = stopped();
  const place = { host: given.host, port: portOf(given.port) };
  try {
    const server = await startSearchServer({
      ...place,
      site,
      file: resolve(given.file),
      clock: () => Date.parse(readSettings().now),
      tell,
    });
    console.log(`检索服务已启动：${server.url}\n按 Ctrl+C 停止。`);
    await stop;
    await server.close();
    return 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    console.error(
      `${place.host} 的端口 ${place.port} 不能使用（已被别的程序占用，无权使用，或本机没有这个地址）：请关闭那个程序，或用 --port 换一个端口。`,
    );
    return 2;
  }
}

function tell(told: Updated | Error): void {
  if (told instanceof Error)
    console.error(
      `索引没有更新：${told.message}。还在用原来的索引回答；网站正在更新的话，几秒后会自动再试。`,
    );
  else console.log(`索引里有 ${told.total} 份公告：这次写入 ${told.written} 份，移除 ${told.removed} 份。`);
}

/** @throws {SettingsError} for what is no port */
function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= 65535) return port;
  throw new SettingsError(`--port 后面的“${text}”不能使用：请写 0 到 65535 之间的整数，例如 8087。`);
}
