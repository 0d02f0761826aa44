import { globSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text; Pagefind's files and pictures are compressed already. */
const TEXT = /\.(?:html|css|js|json|jsonld|xml|ics|csv|svg|txt|opml)$/u;

/** Endings of what is written beside a file. */
export const FORMS: readonly string[] = ['.gz', '.br'];

/** In bytes; below it a packet is sent either way. */
const LEAST = 1024;

/** A tenth larger than with 11, and twenty times as fast. */
const BROTLI_QUALITY = 9;

/** The byte in which gzip names the system it ran on; 255 names none, so that every machine writes the same. */
const SYSTEM = 9;

/**
 * Writes `.gz` and `.br` beside every text file of 1 KiB or more, for web servers that send those as they are.
 * Returns how many files were given both. The same files give the same bytes.
 */
export async function compressFiles(dir: string): Promise<number> {
  const files = globSync('**/*', { cwd: dir })
    .map((file) => join(dir, file))
    .filter((file) => TEXT.test(file) && statSync(file).isFile() && statSync(file).size >= LEAST)
    .sort();
  for (const file of files) await compress(file);
  return files.length;
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  const gz = await promisify(gzip)(text, { level: 9 });
  gz[SYSTEM] = 255;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  await writeFile(`${file}.gz`, gz);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
}
