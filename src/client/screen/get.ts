/** What came back from the server, whole. */
export interface Answer {
  bytes: Uint8Array;
  /** The server's clock, where it told. */
  date: string | null;
  /** By which the server knows the file again. */
  etag: string | null;
}

/** The server answered, but not with such a file. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * Asks for a file beside the page. It must come whole, from the very address, within `seconds` and `largest` bytes;
 * whatever else happens is an error. A redirect is one: it leads to a login page, not to the data. Nothing is put into
 * the browser's cache: each question has its own address, and a memory card wears out by being written to every minute.
 */
export async function get(path: string, seconds: number, largest: number): Promise<Answer> {
  return (await ask(path, seconds, largest, {}))!;
}

/** The same for a file that is known already: nothing where the server says that it has not changed. */
export const getChanged = (
  path: string,
  seconds: number,
  largest: number,
  etag: string | null,
): Promise<Answer | undefined> => ask(path, seconds, largest, etag === null ? {} : { 'If-None-Match': etag });

async function ask(
  path: string,
  seconds: number,
  largest: number,
  headers: Readonly<Record<string, string>>,
): Promise<Answer | undefined> {
  const abort = new AbortController();
  // What the query tells is as long as a line of the diagnosis.
  const [name] = path.split('?') as [string];
  // Not AbortSignal.timeout: younger than the oldest browsers we serve.
  const timer = setTimeout(() => abort.abort(), seconds * 1000);
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      redirect: 'error',
      signal: abort.signal,
      headers,
    });
    if (response.status === 304 && headers['If-None-Match'] !== undefined) {
      // Read to its end, or the connection would be given up.
      await response.text();
      return undefined;
    }
    if (response.status !== 200) throw new Refusal(`${name}: status ${response.status}`);
    const told = { date: response.headers.get('Date'), etag: response.headers.get('ETag') };
    return { bytes: await readBytes(response, path, largest), ...told };
  } finally {
    clearTimeout(timer);
    // Ends what is still under way after an error, such as a body that is too large.
    abort.abort();
  }
}

async function readBytes(response: Response, name: string, largest: number): Promise<Uint8Array> {
  const reader = response.body!.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > largest) throw new Refusal(`${name}: more than ${largest} bytes`);
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
