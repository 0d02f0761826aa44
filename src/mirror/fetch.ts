import { MirrorError } from './failure.ts';
import { LARGEST_MANIFEST, manifestName, signatureName } from './manifest.ts';
import type { Source } from './source.ts';

/** How long a server may take, in milliseconds. */
export interface Patience {
  /** Until an answer begins, and between two pieces of one. */
  readonly silence: number;
  /** Before the second, third, … attempt at one file. */
  readonly pauses: readonly number[];
}

export const PATIENCE: Patience = { silence: 20_000, pauses: [1000, 3000] };

const LARGEST_SIGNATURE = 4096;

/** The answer was clear: another attempt would bring the same. */
class Refused extends MirrorError {}

class Missing extends Refused {}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * A site on a web server. `address` is that of its home page.
 * @throws {MirrorError} unusable when it is no such address
 */
export function webSource(address: string, patience: Patience = PATIENCE): Source {
  const base = baseOf(address);
  return {
    name: base.href,
    isOnline: true,
    width: 8,
    async offer(part, etag) {
      const manifest = await whole(manifestName(part), LARGEST_MANIFEST, etag);
      if (!manifest) return undefined;
      const signature = await whole(signatureName(part), LARGEST_SIGNATURE).catch((error: unknown) => {
        if (error instanceof Missing) return undefined;
        throw error;
      });
      return { ...manifest, signature: signature?.bytes };
    },
    read: ({ path, bytes }) => pieces(path, bytes),
    close: () => undefined,
  };

  /** A small file; nothing when it is still the one with this tag. */
  async function whole(path: string, largest: number, etag?: string) {
    return attempt(path, async () => {
      const answer = await ask(path, etag ? { 'If-None-Match': etag } : {});
      if (answer.status === 304) return undefined;
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of answer.chunks) {
        length += chunk.length;
        if (length > largest) throw new Refused('untrusted', `${base.href}${path} 太大，没有采用。`);
        chunks.push(chunk);
      }
      return { bytes: Buffer.concat(chunks), etag: answer.etag };
    });
  }

  /** A file of known length. After a broken connection only the rest is asked for. */
  async function* pieces(path: string, bytes: number): AsyncGenerator<Uint8Array> {
    let got = 0;
    for (const pause of [...patience.pauses, undefined]) {
      try {
        const answer = await ask(path, got > 0 ? { Range: `bytes=${got}-` } : {});
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
        await pauseOrThrow(error, path, pause);
      }
    }
  }

  async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
    for (const pause of patience.pauses) {
      try {
        return await act();
      } catch (error) {
        await pauseOrThrow(error, path, pause);
      }
    }
    return act().catch((error: unknown) => {
      throw described(error, path);
    });
  }

  async function pauseOrThrow(error: unknown, path: string, pause: number | undefined): Promise<void> {
    if (error instanceof Refused || pause === undefined) throw described(error, path);
    await new Promise((done) => setTimeout(done, pause));
  }

  async function ask(path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const abort = new AbortController();
    let timer = setTimeout(() => abort.abort(), patience.silence);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), patience.silence);
    };
    const end = (): void => {
      clearTimeout(timer);
      // Ends what is still under way after an error, such as a body that is too large.
      abort.abort();
    };
    try {
      const url = new URL(path.split('/').map(encodeURIComponent).join('/'), base);
      const response = await fetch(url, {
        redirect: 'manual',
        signal: abort.signal,
        // Ranges count the bytes of the file, not those of a compressed answer.
        headers: { 'Cache-Control': 'no-cache', 'Accept-Encoding': 'identity', ...headers },
      });
      heard();
      const { status } = response;
      if (
        status !== 200 &&
        !(status === 206 && headers['Range']) &&
        !(status === 304 && headers['If-None-Match'])
      )
        throw refusal(response);
      const body = response.body ?? [];
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        try {
          for await (const chunk of body) {
            heard();
            yield chunk;
          }
        } finally {
          end();
        }
      };
      if (status === 304) end();
      return { status, etag: response.headers.get('ETag') ?? undefined, chunks: chunks() };
    } catch (error) {
      end();
      throw error;
    }
  }

  function described(error: unknown, path: string): unknown {
    if (error instanceof MirrorError) return error;
    const isSilent = error instanceof Error && error.name === 'AbortError';
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    const why = isSilent
      ? `${patience.silence / 1000} 秒没有回答`
      : `连接断开或连不上${cause && `（${cause}）`}`;
    return new MirrorError(
      'network',
      `从 ${base.href} 取 ${path} 没有成功：${why}。原来的版本没有改动，已取到的下次接着用。请检查网络和来源的网站。`,
      { cause: error },
    );
  }
}

function refusal({ status, headers, url }: Response): MirrorError {
  const refused = `${url} 回答 ${status}。原来的版本没有改动。`;
  if (status >= 300 && status < 400)
    return new Refused(
      'network',
      `${url} 被引到了 ${headers.get('Location') ?? '别处'}：可能要先登录上网，或网站换了地址。原来的版本没有改动。请核对来源的地址。`,
    );
  if (status === 404 || status === 410)
    return new Missing(
      'network',
      `${refused}来源没有这个文件：请核对地址，并在来源运行 npm run mirror -- pack。`,
    );
  if (status >= 500 || status === 429 || status === 408)
    return new MirrorError('network', `${refused}来源的服务器出错，请稍后再试。`);
  return new Refused('network', `${refused}请核对地址和权限。`);
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
