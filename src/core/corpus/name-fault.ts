import type { Fault } from '../announcement/kind.ts';
import { isDeviceName } from '../file-name.ts';

/** Longest id, in characters: files named by it have endings too, and its address must fit into a QR code on a screen. */
const LONGEST_ID = 100;

/** Why no file or address can be named by an id of right form. */
export function faultOfName(id: string): Fault | undefined {
  if (id.length > LONGEST_ID) {
    const message = `文件名“${id.slice(0, 20)}…”有 ${id.length} 个字符，最多 ${LONGEST_ID} 个`;
    return { code: 'F331', message, help: '换一个短的，例如 gm-js-2026-012-tender' };
  }
  if (isDeviceName(id)) {
    const message = `“${id}”是 Windows 的设备名，不能作文件名`;
    return { code: 'F332', message, help: `换一个名字，例如 ${id}-1` };
  }
  return undefined;
}

/** The same of what may lie in a folder of its own, whose text is index.md. */
export function faultOfId(id: string): Fault | undefined {
  if (id !== 'index') return faultOfName(id);
  const message = '“index”是网站自己用的文件名，不能作标识';
  return { code: 'F401', message, help: '换一个名字，例如 gm-js-2026-012-tender' };
}
