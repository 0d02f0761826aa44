import type { Platform } from './platforms.ts';

/** The name of the note, in the folder that is unpacked. */
export const NOTE = '先看我.txt';

/** The note to read first after unpacking; with the byte order mark by which the editor of Windows knows UTF-8. */
export function noteFor({ os, words }: Platform, version: string, hasContent: boolean): Buffer {
  const isWindows = os === 'win32';
  const lines = [
    `张榜 ${version}，给 ${words} 的离线包。不用上网，也不用另装 Node。`,
    '',
    isWindows
      ? '1. 把整个文件夹解压到本机，例如 D:\\zhangbang。不要在压缩包里直接双击。'
      : '1. 把整个文件夹解开到自己的目录里，例如 ~/zhangbang。',
    ...(hasContent ? [] : ['2. 公告不在里面：把公告的 content 文件夹放进来，或者按说明写明它在哪里。']),
    `${hasContent ? 2 : 3}. ${isWindows ? '双击“张榜.cmd”' : '双击 zhangbang.desktop，或者运行 sh zhangbang.sh'}，打开办事台。`,
    '',
    `别的命令：${isWindows ? '在命令窗口里写 张榜 check、张榜 build' : 'sh zhangbang.sh check、sh zhangbang.sh build'}。说明里写 npm run 的地方，都换成这样写，中间的“--”不写。`,
    `升级：解开新的离线包到另一个文件夹，把 content 文件夹搬过去；详见 docs${isWindows ? '\\' : '/'}office${isWindows ? '\\' : '/'}install-windows.md。`,
  ];
  const end = isWindows ? '\r\n' : '\n';
  return Buffer.from(`\ufeff${lines.join(end)}${end}`);
}
