import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Setting } from '../core/health/on-glass.ts';
import type { Evidence } from '../core/health/proof.ts';
import { countItems, Implausible, parseFeed, type Feed } from '../core/screen/browser/feed.ts';

/** Sites, mirrors with all their releases, and folders of feeds alone: where the feeds of screens are looked for. */
export class FeedArchive implements Evidence {
  readonly #roots: readonly string[];
  readonly #feeds = new Map<string, ReturnType<Evidence['feed']>>();
  readonly #settings = new Map<string, readonly Setting[]>();

  constructor(folders: readonly string[]) {
    this.#roots = folders.flatMap((folder) => [
      ...(existsSync(join(folder, 'current')) ? [join(folder, 'current')] : [folder]),
      ...releasesIn(folder),
    ]);
  }

  readonly feed = (name: string): Feed | 'missing' | 'altered' => {
    const known = this.#feeds.get(name);
    const feed = known ?? this.#read(name);
    this.#feeds.set(name, feed);
    return feed;
  };

  readonly settings = (screen: string): readonly Setting[] => {
    const known = this.#settings.get(screen);
    const settings = known ?? this.#pages(screen).flatMap((page) => settingIn(page) ?? []);
    this.#settings.set(screen, settings);
    return settings;
  };

  /** What a screen is called; nothing where no page of it is at hand. */
  nameOf(screen: string): string | undefined {
    return this.#pages(screen)
      .map((page) => /<title>([^<]*)<\/title>/u.exec(page)?.[1])
      .find((name) => name !== undefined);
  }

  #pages(screen: string): readonly string[] {
    return this.#roots
      .map((root) => join(root, 'display', screen, 'index.html'))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8'));
  }

  /** A file of this name may be spoiled in one place and whole in another. */
  #read(name: string): Feed | 'missing' | 'altered' {
    const files = this.#roots
      .flatMap((root) => [join(root, 'display/data', `${name}.json`), join(root, `${name}.json`)])
      .filter((file) => existsSync(file));
    const feeds = files.map((file) => feedIn(readFileSync(file), name));
    return feeds.find((feed) => feed !== undefined) ?? (files.length > 0 ? 'altered' : 'missing');
  }
}

function releasesIn(folder: string): readonly string[] {
  const place = join(folder, 'releases');
  return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
}

/** A feed that bears the beginning of its hash in its name. */
function feedIn(bytes: Buffer, name: string): Feed | undefined {
  const [screen = '', hash = ''] = basename(name).split('.');
  if (!createHash('sha256').update(bytes).digest('hex').startsWith(hash)) return undefined;
  const text = bytes.toString('utf8');
  try {
    return parseFeed(text, screen, countItems((JSON.parse(text) as Feed).parts));
  } catch (error) {
    if (error instanceof Implausible || error instanceof SyntaxError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}

function settingIn(page: string): Setting | undefined {
  const boot = /<script[^>]*\bid="boot"[^>]*>(.*?)<\/script>/su.exec(page)?.[1];
  if (boot === undefined) return undefined;
  const { layout, strip, sign, factor } = JSON.parse(boot) as Setting;
  return { factor, ...(layout && { layout }), ...(strip && { strip }), ...(sign && { sign }) };
}
