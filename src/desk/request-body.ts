import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';

/** Largest JSON that is taken, in bytes: the longest body of a notice is a tenth of it. */
const LARGEST_JSON = 4 * 1024 * 1024;

/**
 * What a request holds as JSON; nothing of an empty one.
 * @throws {Refused} 413 or 422
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  await takeBytes(request, LARGEST_JSON, (piece) => void pieces.push(piece));
  const text = Buffer.concat(pieces).toString('utf8');
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch (cause) {
    throw new Refused(422, { message: '办事台没有看懂网页发来的内容。', help: '刷新网页再试。' }, cause);
  }
}

/**
 * Hands the bytes of a request on as they come.
 * @param most largest number of them
 * @throws {Refused} 413 where there are more, 422 where the sender broke off
 */
export async function takeBytes(
  request: IncomingMessage,
  most: number,
  take: (piece: Buffer) => void,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most);
  let bytes = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > most) throw tooLarge(most);
      take(piece);
    }
  } catch (cause) {
    if (isBrokenOff(cause))
      throw new Refused(422, { message: '内容没有传完。', help: '网络断过，请再传一次。' }, cause);
    throw cause;
  }
}

const isBrokenOff = (cause: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String((cause as NodeJS.ErrnoException).code));

const tooLarge = (most: number): Refused =>
  new Refused(413, {
    message: `内容太大，最多 ${Math.floor(most / 1024 / 1024)} MB。`,
    help: '压缩图片或者拆成几份。',
  });
