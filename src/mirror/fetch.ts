import { MirrorError } from './failure.ts';
import { ask, PATIENCE, type Patience, type Server } from './fetch/ask.ts';
import { attempt, pauseOrThrow } from './fetch/attempt.ts';
import { Missing, Refused } from './fetch/refusal.ts';
import { SourceClock } from './fetch/skew.ts';
import { tell } from './fetch/tell.ts';
import { LARGEST_MANIFEST, manifestName, signatureName, type Part } from './manifest.ts';
import type { Offer, Source } from './source.ts';

const LARGEST_SIGNATURE = 4096;

/**
 * A site on a web server. `address` is that of its home page.
 * @throws {MirrorError} unusable when it is no such address
 */
export function webSource(address: string, patience: Patience = PATIENCE): Source {
  const clock = new SourceClock();
  const server: Server = { base: baseOf(address), patience, clock };
  return {
    name: server.base.href,
    isOnline: true,
    tell: (words) => tell(server, words),
    skewSeconds: () => clock.skewSeconds,
    width: 8,
    offer: (part, etag) => offer(server, part, etag),
    read: ({ path, bytes }) => pieces(server, path, bytes),
    close: () => undefined,
  };
}

async function offer(server: Server, part: Part, etag: string | undefined): Promise<Offer | undefined> {
  const manifest = await whole(server, manifestName(part), LARGEST_MANIFEST, etag);
  if (!manifest) return undefined;
  const signature = await whole(server, signatureName(part), LARGEST_SIGNATURE).catch((error: unknown) => {
    if (error instanceof Missing) return undefined;
    throw error;
  });
  return { ...manifest, signature: signature?.bytes };
}

/** A small file; nothing when it is still the one with this tag. */
async function whole(server: Server, path: string, largest: number, etag?: string) {
  return attempt(server, path, async () => {
    const answer = await ask(server, path, etag ? { 'If-None-Match': etag } : {});
    if (answer.status === 304) return undefined;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of answer.chunks) {
      length += chunk.length;
      if (length > largest) throw new Refused('untrusted', `${server.base.href}${path} 太大，没有采用。`);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), etag: answer.etag };
  });
}

/** A file of known length. After a broken connection only the rest is asked for. */
async function* pieces(server: Server, path: string, bytes: number): AsyncGenerator<Uint8Array> {
  const { base, patience } = server;
  let got = 0;
  for (const pause of [...patience.pauses, undefined]) {
    try {
      const answer = await ask(server, path, got > 0 ? { Range: `bytes=${got}-` } : {});
      let known = answer.status === 206 ? 0 : got;
      for await (const chunk of answer.chunks) {
        const fresh = chunk.subarray(Math.min(known, chunk.length));
        known -= chunk.length - fresh.length;
        got += fresh.length;
        if (got > bytes) throw new Refused('untrusted', `${base.href}${path} 比清单说的大，没有采用。`);
        if (fresh.length > 0) yield fresh;
      }
      if (got === bytes) return;
      throw new Refused('untrusted', `${base.href}${path} 比清单说的小，没有采用。`);
    } catch (error) {
      await pauseOrThrow(server, path, error, pause);
    }
  }
}

function baseOf(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.search || url.hash)
    throw new MirrorError(
      'unusable',
      `“${address}”不能作来源：请写网站首页的地址，以 http:// 或 https:// 开头，例如 https://example.gov.cn/ggzy/`,
    );
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
