import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What is kept of a password: never the password itself. */
interface Sealed {
  readonly salt: string;
  readonly hash: string;
  /** Cost of scrypt, a power of two. */
  readonly cost: number;
}

/** 32 MB and a tenth of a second for one try, in 2026. */
const COST = 2 ** 15;
const BYTES = 32;

const derive = promisify(
  (password: string, salt: string, cost: number, done: (error: Error | null, key: Buffer) => void) =>
    scrypt(password.normalize('NFC'), salt, BYTES, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, done),
);

export async function seal(password: string): Promise<Sealed> {
  const salt = randomBytes(16).toString('hex');
  return { salt, cost: COST, hash: (await derive(password, salt, COST)).toString('hex') };
}

export async function isPassword(password: string, { salt, hash, cost }: Sealed): Promise<boolean> {
  const key = await derive(password, salt, cost);
  const known = Buffer.from(hash, 'hex');
  return known.length === key.length && timingSafeEqual(known, key);
}

/** What is wrong with a new password; undefined where nothing is. */
export function faultOfPassword(password: string): string | undefined {
  if ([...password].length < SHORTEST) return `至少 ${SHORTEST} 个字`;
  return new Set(password).size < 5 ? '太容易猜，多用几个不同的字' : undefined;
}

const SHORTEST = 10;
