import { existsSync, statSync } from 'node:fs';
import { SettingsError } from '../settings.ts';

/**
 * Ends a command that has no content folder to work on.
 * @throws {SettingsError} where there is none, or something else in its place
 */
export function refuseNoFolder(contentDir: string): void {
  if (!existsSync(contentDir))
    throw new SettingsError(`找不到内容文件夹 ${contentDir}。请核对 CONTENT_DIR。`);
  if (!statSync(contentDir).isDirectory())
    throw new SettingsError(`${contentDir} 不是文件夹。请核对 CONTENT_DIR。`);
}
