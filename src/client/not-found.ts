/**
 * The page of errors, in the browser: says which address was asked for, and sends on who came with an old one. What
 * was asked for is only ever text.
 */
const asked = location.pathname + location.search;
const place = document.getElementById('asked') as HTMLElement;
const { base = '/', addresses = '' } = place.dataset;

place.textContent = `您要找的地址：${readable(asked)}`;
void sendOn();

async function sendOn(): Promise<void> {
  try {
    const moved = (await (await fetch(addresses)).json()) as Readonly<Record<string, string>>;
    const found = [asked, `/${asked.slice(base.length)}`].find((old) => own(moved, old));
    if (found === undefined) return await sendToOtherCase();
    place.textContent = '这份公告已移到新网址，正在转过去。';
    location.replace(base + moved[found]!);
  } catch (cause) {
    // The page stands as it is: search, archives and the telephone are on it.
    console.error(cause);
  }
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

const own = (record: object, key: string): boolean => Object.prototype.hasOwnProperty.call(record, key);

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
