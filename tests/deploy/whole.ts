import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isImmutable } from '../../src/mirror/manifest.ts';

/** A file with what it leads to, read once. */
interface Reading {
  readonly leadsTo: readonly string[];
  /** Of `head.json`, the digest that the data must have. */
  readonly names?: { readonly path: string; readonly sha256: string };
  readonly sha256: string;
}

const TEXT = /\.(?:html|css|js|json|xml|opml|txt)$/u;

/** Reads files of a site at `origin`, each content once. */
export class Reader {
  readonly #origin: string;
  readonly #base: string;
  readonly #readings = new WeakMap<Buffer, Reading>();
  /** Every name with a digest that the sites have; one of them in a text leads to the file. */
  readonly #named: RegExp;
  readonly #paths: ReadonlyMap<string, string>;

  constructor(paths: Iterable<string>, origin = 'https://www.example.gov.cn', base = '/') {
    this.#origin = origin;
    this.#base = base;
    this.#paths = new Map([...paths].filter(isImmutable).map((path) => [posix.basename(path), path]));
    // In the folder of an index the entry and the rows have names that any text may have.
    const names = [...this.#paths.keys()].filter((name) => /[._][\w-]{7,}\.\w+$/u.test(name));
    this.#named = new RegExp(names.map((name) => RegExp.escape(name)).join('|') || '(?!)', 'gu');
  }

  read(path: string, bytes: Buffer): Reading {
    const known = this.#readings.get(bytes);
    if (known) return known;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const text = TEXT.test(path) ? bytes.toString('utf8') : '';
    const reading = { ...this.#leadsTo(path, text), sha256 };
    this.#readings.set(bytes, reading);
    return reading;
  }

  #leadsTo(path: string, text: string): Omit<Reading, 'sha256'> {
    const absolute = new RegExp(`${RegExp.escape(this.#origin)}/[^\\s"'<>\\\\)]*`, 'gu');
    // A page may show an address as an example; what it leads to stands in its attributes.
    const addresses = path.endsWith('.html')
      ? [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/gu)].map(([, address]) => address!)
      : [...text.matchAll(absolute)].map(([address]) => address);
    const paths = addresses.flatMap((address) => this.#inside(path, address.replaceAll('&amp;', '&')));
    const named = [...text.matchAll(this.#named)].map(([name]) => this.#paths.get(name)!);
    const leadsTo = [...new Set([...paths, ...named, ...shardsIn(text)])];
    if (!path.endsWith('/head.json')) return { leadsTo };
    const { feed } = JSON.parse(text) as { feed?: { path: string; sha256: string } };
    if (!feed) return { leadsTo };
    const data = posix.join(posix.dirname(path), feed.path);
    return { leadsTo: [...leadsTo, data], names: { path: data, sha256: feed.sha256 } };
  }

  /** The file of the site that an address leads to. */
  #inside(path: string, address: string): readonly string[] {
    const url = URL.parse(address, `${this.#origin}${this.#base}${path}`);
    if (url?.origin !== this.#origin || !url.pathname.startsWith(this.#base)) return [];
    const inside = decodeURI(url.pathname.slice(this.#base.length));
    return [inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside];
  }
}

/** Files of each full-text index that a search page names. */
function shardsIn(text: string): readonly string[] {
  const [, json] = /<script id="search-manifest" type="application\/json">(.*?)<\/script>/su.exec(text) ?? [];
  if (json === undefined) return [];
  const { shards } = JSON.parse(json) as { shards: readonly { name: string; tag: string }[] };
  return shards.flatMap(({ name, tag }) =>
    ['rows.json', 'pagefind-entry.json'].map((file) => `search/index/${name}.${tag}/${file}`),
  );
}

/**
 * What is not whole of a site: what a page leads to and is not there, and data other than the pointer names. Looked at
 * is what can be reached from the home page and from the given paths, as far as they are there.
 */
export function faultsOf(
  site: ReadonlyMap<string, Buffer>,
  reader: Reader,
  from: Iterable<string> = [],
): readonly string[] {
  const faults: string[] = [];
  const waiting = [...new Set(['index.html', ...from])].filter((path) => site.has(path));
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { leadsTo, names } = reader.read(path, site.get(path)!);
    for (const next of leadsTo) {
      if (!site.has(next)) faults.push(`${path} → ${next}`);
      else if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
    const data = names && site.get(names.path);
    if (data && reader.read(names.path, data).sha256 !== names.sha256)
      faults.push(`${path}: ${names.path} has other data than it names`);
  }
  return faults;
}
