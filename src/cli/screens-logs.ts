import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { MARK, parseLine, type Heard } from '../core/health/log.ts';
import { SettingsError } from '../settings.ts';

/**
 * What screens have told in access logs; those that were rotated away may be packed (`.gz`).
 * @throws {SettingsError} for a log that is not there or not whole
 */
export async function readLogs(files: readonly string[]): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (const file of files) {
    if (!existsSync(file)) throw new SettingsError(`找不到访问日志 ${file}。请核对路径和权限。`);
    try {
      for await (const line of linesOf(file)) {
        const beat = line.includes(MARK) ? parseLine(line) : undefined;
        if (beat) heard.push(beat);
      }
    } catch (cause) {
      throw new SettingsError(`读不完访问日志 ${file}：文件坏了，或没有权限。`, { cause });
    }
  }
  return heard;
}

function linesOf(file: string): AsyncIterable<string> {
  const stream = createReadStream(file);
  if (!file.endsWith('.gz')) return createInterface({ input: stream, crlfDelay: Infinity });
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return createInterface({ input: stream.pipe(unpacked), crlfDelay: Infinity });
}
