import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Edition } from '../core/edition.ts';
import type { Recording } from '../core/edition/recording.ts';
import { FailureInHand, failureInHand } from '../core/failure.ts';
import type { Kind, Rendered } from '../site/unit.ts';
import type { Renderer } from './renderer.ts';

/** One thing that is made as a whole. */
export interface Unit {
  readonly kind: Kind;
  readonly key: string;
}

/** A file of the site as it was written. */
export interface Output {
  /** Within the site. */
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** A unit that was made: what was written, and what its making asked the edition. */
export interface MadeUnit extends Unit {
  readonly outputs: readonly Output[];
  readonly reads: ReadonlySet<string>;
}

/** Makes units one after another: pages are rendered one at a time, so that it is known which of them asked what. */
export class Maker {
  readonly #folder: string;
  readonly #edition: Edition;
  readonly #recording: Recording;
  readonly #render: Renderer;

  /**
   * @param folder where the files are put, which must not be there yet
   * @param edition stands on the answers of `recording`
   */
  constructor(folder: string, edition: Edition, recording: Recording, render: Renderer) {
    this.#folder = folder;
    this.#edition = edition;
    this.#recording = recording;
    this.#render = render;
  }

  /** @throws {FailureInHand} with the file in content/ that was in hand, where it is one */
  async make({ kind, key }: Unit): Promise<MadeUnit> {
    this.#recording.begin();
    const outputs: Output[] = [];
    for (const page of kind.pages(this.#edition, key)) {
      outputs.push(this.#write(placeOf(page), await this.#rendered(page)));
    }
    for (const file of kind.files?.(this.#edition, key) ?? []) {
      if ('copyOf' in file) outputs.push(this.#copy(file.path, file.copyOf));
      else outputs.push(this.#write(file.path, 'text' in file ? await file.text : file.bytes));
    }
    return { kind, key, outputs, reads: this.#recording.end() };
  }

  async #rendered(page: Rendered): Promise<string | Uint8Array> {
    try {
      return await this.#render(page);
    } catch (cause) {
      throw failureInHand(cause) ?? failureOf(this.#edition, page.path, cause);
    }
  }

  /** @throws when a file stands there already: two things of one address are a fault, of the program or of public/ */
  #write(path: string, content: string | Uint8Array): Output {
    const target = this.#placeFor(path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(target, bytes, { flag: 'wx' });
    return outputOf(path, bytes);
  }

  #copy(path: string, source: string): Output {
    copyFileSync(source, this.#placeFor(path));
    return outputOf(path, readFileSync(source));
  }

  #placeFor(path: string): string {
    const target = join(this.#folder, path);
    mkdirSync(dirname(target), { recursive: true });
    return target;
  }
}

const outputOf = (path: string, bytes: Uint8Array): Output => ({
  path,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

/** The file of a page: a folder's index, but for the page of errors, which web servers look for by its name. */
const placeOf = ({ route, path }: Rendered): string =>
  route === '404' ? '404.html' : path === '' || path.endsWith('/') ? `${path}index.html` : path;

/** Names what a page is made from, with its file in content/, or else its address. */
function failureOf(edition: Edition, path: string, cause: unknown): FailureInHand {
  const [folder = '', id = folder] = path.split('/').filter((part) => part !== '');
  const sources = [
    { words: '公告', folder: 'announcements', found: () => edition.has(id) && edition.entry(id) },
    { words: '屏幕', folder: 'display', found: () => edition.screens.find((other) => other.id === id) },
    { words: '查询机', folder: 'kiosk', found: () => edition.kiosks.find((other) => other.id === id) },
    { words: '页面', folder: id, found: () => edition.pages.find((other) => other.id === id) },
  ];
  for (const { words, folder: own, found } of sources) {
    const source = own === folder && found();
    if (source) return new FailureInHand(`${words} ${source.file} `, true, cause);
  }
  return new FailureInHand(`网页 /${path} `, false, cause);
}

/** The files that lie in a folder, as outputs. */
export const filesBelow = (folder: string): readonly Output[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => outputOf(relative(folder, file).split(sep).join('/'), readFileSync(file)));
