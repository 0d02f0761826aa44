import { movedIn, shardOf } from '../core/old-addresses/browser/shard.ts';

/**
 * The page of errors, in the browser: says which address was asked for, and sends on who came with an old one. What
 * was asked for is only ever text.
 */
const asked = location.pathname + location.search;
const place = document.getElementById('asked') as HTMLElement;
const { base = '/', redirects = '', shards = '' } = place.dataset;

place.textContent = `您要找的地址：${readable(asked)}`;
void sendOn();

async function sendOn(): Promise<void> {
  try {
    const found = await newPath();
    if (found === undefined) return await sendToOtherCase();
    const what = found.slice(-1) === '/' ? '这份公告' : '这个附件';
    place.textContent = `${what}已移到新网址，正在转过去。`;
    location.replace(base + found);
  } catch (cause) {
    // The page stands as it is: search, archives and the telephone are on it.
    console.error(cause);
  }
}

/** Where the old address has moved to, as it was asked for or seen from the site's folder. */
async function newPath(): Promise<string | undefined> {
  const olds = base !== '/' && asked.startsWith(base) ? [asked, asked.slice(base.length - 1)] : [asked];
  for (const old of olds) {
    const shard = shardOf(old);
    if (shards.split(' ').indexOf(shard) < 0) continue;
    const moved = (await (await fetch(`${redirects}${shard}.json`)).json()) as Readonly<
      Record<string, string>
    >;
    const path = movedIn(moved, old);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Addresses of the site are in small letters, but for the codes of rules: one that differs by that alone leads on. */
async function sendToOtherCase(): Promise<void> {
  const path = location.pathname;
  const small = base + path.slice(base.length).toLowerCase();
  const meant = small.replace(
    /(rules\/)(\w+)/u,
    (_, folder: string, code: string) => folder + code.toUpperCase(),
  );
  if (meant === path || !(await fetch(meant, { method: 'HEAD' })).ok) return;
  place.textContent = '网址里的大小写不对，正在转到这个网页。';
  location.replace(meant + location.search + location.hash);
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
