import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { realDisk, writeWhole } from './drafts/disk.ts';
import { TOKEN_HEADER } from './guard.ts';

const originSchema = z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/u);

const schema = z.object({
  origin: originSchema,
  /** Of the previews: windows that are open show none from elsewhere. */
  preview: originSchema.optional(),
  /** Absent once a clerk has sent the desk home: windows that are still open are no longer let in. */
  token: z.string().optional(),
});

type Running = z.output<typeof schema>;

const fileIn = (folder: string): string => join(folder, 'running.json');

/**
 * Writes down where the desk of a folder is, for whoever starts it again: it then has the same address, so that windows
 * which are still open go on saving. Only the clerk herself can read it.
 */
export const noteRunning = (folder: string, running: Running): void =>
  writeWhole(realDisk, fileIn(folder), JSON.stringify(running));

/** The address of the desk that runs for a folder; nothing where none answers. */
export async function addressOfRunning(folder: string): Promise<string | undefined> {
  const running = lastRunning(folder);
  if (running?.token === undefined) return undefined;
  const { origin, token } = running;
  try {
    const headers = { [TOKEN_HEADER]: token };
    const answer = await fetch(`${origin}/api/desk`, { headers, signal: AbortSignal.timeout(5_000) });
    return answer.ok ? addressOf({ origin, token }) : undefined;
  } catch {
    return undefined;
  }
}

/** The token stands behind `#`, which no browser sends anywhere. */
export const addressOf = ({ origin, token }: { origin: string; token: string }): string =>
  `${origin}/#token=${token}`;

/** Where the desk of a folder was when it was last open; nothing where that was never written down. */
export function lastRunning(folder: string): Running | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The port of an origin; nothing of none. */
export const portOf = (origin: string | undefined): number | undefined =>
  origin === undefined ? undefined : Number(new URL(origin).port);
