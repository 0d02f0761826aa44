import ExifReader from 'exifreader';
import { authorMark, type Mark } from './mark.ts';

/** Most points of a picture: a browser needs 4 bytes for each, and a phone has 2 GB. A plan of A0 at 600 dpi has 560. */
const MOST_POINTS = 600_000_000;

/** Looks into a JPEG or PNG. Throws on neither: what cannot be followed to its end is damaged. */
export function lookIntoPicture(kind: string, bytes: Uint8Array): readonly Mark[] {
  const { isWhole, points } = kind === 'jpg' ? followJpeg(bytes) : followPng(bytes);
  if (!isWhole) return [{ what: 'damaged' }];
  const large: readonly Mark[] =
    points > MOST_POINTS ? [{ what: 'bomb', detail: `有 ${Math.round(points / 1_000_000)} 百万像素` }] : [];
  return [...large, ...properties(bytes)];
}

interface Followed {
  isWhole: boolean;
  points: number;
}

/** Markers of a JPEG that stand alone and no length follows. */
const ALONE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const END = 0xd9;
const SCAN = 0xda;
/** Frame headers; C4, C8 and CC among them are others. */
const FRAME = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Goes from segment to segment: pictures within the picture end before it does, and phones add data after its end. */
function followJpeg(bytes: Uint8Array): Followed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let points = 0;
  let inScan = false;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) {
      at = inScan ? nextMarker(bytes, at) : at + 1;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === END) return { isWhole: inScan, points };
    if (marker === 0 || marker === 0xff || ALONE(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (at + 9 < bytes.length && FRAME(marker)) points = view.getUint16(at + 5) * view.getUint16(at + 7);
    inScan ||= marker === SCAN;
    if (at + 4 > bytes.length) break;
    at += 2 + view.getUint16(at + 2);
  }
  return { isWhole: false, points };
}

function nextMarker(bytes: Uint8Array, from: number): number {
  const next = bytes.indexOf(0xff, from);
  return next < 0 ? bytes.length : next;
}

/** Goes from chunk to chunk to the last. */
function followPng(bytes: Uint8Array): Followed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const points = bytes.length < 24 ? 0 : view.getUint32(16) * view.getUint32(20);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1') === 'IEND')
      return { isWhole: true, points };
  }
  return { isWhole: false, points };
}

function properties(bytes: Uint8Array): readonly Mark[] {
  const tags = tagsOf(bytes);
  const place: readonly Mark[] =
    tags.gps?.Latitude !== undefined && tags.gps.Longitude !== undefined ? [{ what: 'place' }] : [];
  const text = (tag: { description?: string } | undefined): string | undefined => tag?.description;
  const owner = [
    tags.exif?.['Artist'],
    (tags.exif as Readonly<Record<string, unknown>> | undefined)?.['CameraOwnerName'],
    tags.xmp?.['creator'],
    tags.pngText?.['Author'],
  ];
  return [
    ...place,
    ...authorMark(
      owner.map((tag) => text(tag as { description?: string } | undefined)),
      [],
    ),
  ];
}

function tagsOf(bytes: Uint8Array): ExifReader.ExpandedTags {
  try {
    return ExifReader.load(bytes.slice().buffer, { expanded: true });
  } catch {
    // A picture without properties is the best of all.
    return {};
  }
}
