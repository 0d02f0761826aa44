import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import type { Member } from './member.ts';

/**
 * Goes through a rar or 7z archive from front to back: a member can be unpacked until the next is asked for. Tells
 * `encrypted` where the names are under the password too. Throws on a damaged archive.
 */
export async function* readRar(bytes: Uint8Array): AsyncGenerator<Member | 'encrypted'> {
  const reader = new ArchiveReader(await libarchiveWasm(), new Int8Array(bytes));
  try {
    let found = 0;
    for (const entry of reader.entries()) {
      found += 1;
      if (entry.getFiletype() !== 'Directory') yield memberOf(entry);
    }
    // The end of an archive and a fault in it both end the list.
    const fault = reader.libarchive.error_string(reader.archive);
    if (/encrypt|passphrase/iu.test(fault)) yield 'encrypted';
    else if (fault !== '' || found === 0)
      throw new Error(`an archive with ${found} members and a fault: ${fault}`);
  } finally {
    reader.free();
  }
}

type Entry = NonNullable<ReturnType<ArchiveReader['nextEntry']>>;

const memberOf = (entry: Entry): Member => ({
  // A name in an unknown encoding is none.
  name: (entry.getPathname() as string | null) ?? '没有名字的文件',
  size: entry.getSize(),
  isEncrypted: entry.isEncrypted(),
  isLink: entry.getFiletype() === 'SymbolicLink',
  read: () => Promise.resolve(new Uint8Array(entry.readData() ?? [])),
});
