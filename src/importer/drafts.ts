import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PageDraft } from './page-record.ts';
import type { TargetFolder } from './target-folder.ts';

/** Where what was made of each page waits until all have been read: one file a page, beside the journal. */
export class Drafts {
  readonly #folder: TargetFolder;

  constructor(folder: TargetFolder) {
    this.#folder = folder;
  }

  put(draft: PageDraft): void {
    this.#folder.write(fileOf(draft.page), JSON.stringify(draft));
  }

  has(page: string): boolean {
    return existsSync(join(this.#folder.root, fileOf(page)));
  }

  /** Nothing where there is none, or it cannot be read. */
  get(page: string): PageDraft | undefined {
    try {
      const bytes = this.#folder.read(fileOf(page));
      return bytes && (JSON.parse(bytes.toString('utf8')) as PageDraft);
    } catch {
      return undefined;
    }
  }
}

function fileOf(page: string): string {
  const hash = createHash('sha256').update(page).digest('hex').slice(0, 32);
  return `drafts/${hash.slice(0, 2)}/${hash.slice(2)}.json`;
}
