import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { realDisk, writeWhole } from './drafts/disk.ts';
import { TOKEN_HEADER } from './guard.ts';
import { removed } from '../patience.ts';

const schema = z.object({ origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/u), token: z.string() });

type Running = z.output<typeof schema>;

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Writes down where the desk of a folder is, for whoever starts it again; only the clerk herself can read it. */
export const noteRunning = (folder: string, running: Running): void =>
  writeWhole(realDisk, fileIn(folder), JSON.stringify(running));

export const forgetRunning = (folder: string): void => void removed(fileIn(folder));

/** The address of the desk that runs for a folder; nothing where none answers. */
export async function addressOfRunning(folder: string): Promise<string | undefined> {
  const running = read(folder);
  if (!running) return undefined;
  try {
    const headers = { [TOKEN_HEADER]: running.token };
    const answer = await fetch(`${running.origin}/api/desk`, { headers, signal: AbortSignal.timeout(5_000) });
    return answer.ok ? addressOf(running) : undefined;
  } catch {
    return undefined;
  }
}

/** The token stands behind `#`, which no browser sends anywhere. */
export const addressOf = ({ origin, token }: Running): string => `${origin}/#token=${token}`;

function read(folder: string): Running | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
