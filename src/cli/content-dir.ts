import { existsSync, statSync } from 'node:fs';
import { SettingsError } from '../settings.ts';

/**
 * Ends a command that has no content folder to work on.
 * @throws {SettingsError} where there is none, or something else in its place
 */
export function refuseNoFolder(contentDir: string): void {
  if (!existsSync(contentDir))
    throw new SettingsError(
      `找不到内容文件夹 ${contentDir}。请在网站的文件夹里运行（里面有 content 文件夹）；内容放在别处的，请技术人员核对它的位置。`,
    );
  if (!statSync(contentDir).isDirectory())
    throw new SettingsError(`${contentDir} 不是文件夹，应当是放公告的文件夹。请技术人员核对它的位置。`);
}
