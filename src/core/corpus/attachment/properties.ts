/** Properties of an OLE property set, by their number, where they are texts. */
type Properties = ReadonlyMap<number, string>;

const CODE_PAGE = 1;
const TEXT = 0x1e;
const WIDE_TEXT = 0x1f;
/** More properties than this has no document. */
const MOST = 200;

/** Reads the first section of a property set stream, [MS-OLEPS]; what cannot be read is left out. */
export function readProperties(bytes: Uint8Array | undefined): Properties {
  const found = new Map<number, string>();
  if (!bytes || bytes.length < 48) return found;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const section = view.getUint32(44, true);
  if (section + 8 > bytes.length) return found;
  const count = Math.min(
    MOST,
    view.getUint32(section + 4, true),
    Math.floor((bytes.length - section - 8) / 8),
  );
  const places = Array.from({ length: count }, (_, index) => ({
    id: view.getUint32(section + 8 + index * 8, true),
    at: section + view.getUint32(section + 12 + index * 8, true),
  })).filter(({ at }) => at + 8 <= bytes.length);
  const page = places.find(({ id }) => id === CODE_PAGE);
  const encoding = encodingOf(page ? view.getUint16(page.at + 4, true) : 0);
  for (const { id, at } of places) {
    const type = view.getUint16(at, true);
    if (type !== TEXT && type !== WIDE_TEXT) continue;
    const length = view.getUint32(at + 4, true) * (type === WIDE_TEXT ? 2 : 1);
    const text = new TextDecoder(type === WIDE_TEXT ? 'utf-16le' : encoding).decode(
      bytes.subarray(at + 8, at + 8 + length),
    );
    found.set(id, text.replace(/\0.*$/su, ''));
  }
  return found;
}

/** Windows code pages that Chinese offices use; what is unknown is read as Chinese. */
const encodingOf = (page: number): string =>
  page === 65001 ? 'utf-8' : page === 1200 ? 'utf-16le' : page === 1252 ? 'windows-1252' : 'gb18030';
