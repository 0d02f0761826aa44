import { createHash } from 'node:crypto';

/** Eight digits that change with a value: in an address, they keep a browser from holding an old file for new. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
