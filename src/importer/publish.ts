import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LEGACY } from '../core/announcement/legacy.ts';
import { typeOf } from '../core/announcement/schema.ts';
import { ORIGINALS } from '../core/corpus/content-folder.ts';
import { placeOf } from '../core/old-addresses/place.ts';
import { textFor } from './compose.ts';
import type { Drafts } from './drafts.ts';
import type { Plan } from './join.ts';
import type { Journal } from './journal.ts';
import { atRoot } from './listing.ts';
import { withLinks } from './links-in-body.ts';
import { LARGEST_PAGE } from './bytes.ts';
import type { CarriedFile, PageDraft, PageRecord } from './page-record.ts';
import { readSaved } from './saved-file.ts';
import type { TargetFolder } from './target-folder.ts';

/** Where announcements come from and go to. */
interface Places {
  /** The folder of saved pages. */
  root: string;
  content: TargetFolder;
  /** Beside the report: what must never be published. */
  kept: TargetFolder;
  drafts: Drafts;
  journal: Pick<Journal, 'wrote' | 'add' | 'flush'>;
  records: ReadonlyMap<string, PageRecord>;
}

/** Puts announcements into the content folder; what somebody has changed there since is never overwritten. */
export class Publisher {
  /** By file of an announcement, the page that it is made of. */
  readonly pageOf = new Map<string, string>();
  /** Pages whose announcement somebody has changed. */
  readonly changed = new Set<string>();
  readonly #places: Places;
  readonly #written = new Map<string, readonly string[]>();
  readonly #idAt: ReadonlyMap<string, string>;
  /** Ids of announcements that there will be, so that others may name them. */
  readonly #live: Set<string>;
  readonly #pathOf: (page: string) => Buffer;

  constructor(places: Places, plans: readonly Plan[], pathOf: (page: string) => Buffer) {
    this.#places = places;
    this.#pathOf = pathOf;
    this.#live = new Set(plans.map(({ id }) => id));
    this.#idAt = new Map(
      plans.flatMap(({ id, pages }) =>
        pages.flatMap((page) =>
          (places.records.get(page)?.addresses ?? []).map((address) => [placeOf(address), id] as const),
        ),
      ),
    );
  }

  /** Writes an announcement with all that belongs to it. Returns whether it could be; its draft may be gone. */
  write(plan: Plan, isLegacy: boolean): boolean {
    const draft = this.#places.drafts.get(plan.page);
    if (!draft) return false;
    const folder = `announcements/${plan.category}/${plan.publishedAt.slice(0, 4)}/`;
    const file = `${folder}${draft.files.length > 0 ? `${plan.id}/index` : plan.id}.md`;
    const text = this.#textOf(plan, draft, isLegacy);
    if (!this.#put(file, Buffer.from(text))) {
      this.changed.add(plan.page);
      // All that goes with it stays as it is, too.
      const own = [`${folder}${plan.id}/`, `${ORIGINALS}/${plan.id}/`];
      const beside = [...this.#places.journal.wrote.keys()].filter((one) =>
        own.some((start) => one.startsWith(start)),
      );
      this.#written.set(plan.page, [file, ...beside]);
      return true;
    }
    this.pageOf.set(file, plan.page);
    const beside = draft.files.map((carried) => this.#carry(`${folder}${plan.id}/`, carried));
    const originals = plan.pages.map((page, index) => this.#keepOriginal(plan.id, page, index));
    this.#written.set(plan.page, [file, ...beside, ...originals.flatMap((one) => one ?? [])]);
    return true;
  }

  /** Takes back what was written of a page; nothing that is written from now on names it. */
  takeBack({ page, id }: Plan): void {
    this.#live.delete(id);
    for (const file of this.#written.get(page) ?? []) this.#remove(file);
    this.#written.delete(page);
  }

  /** Takes away what earlier runs have written and this one has not, as far as nobody has changed it. */
  clear(): readonly string[] {
    const current = this.current();
    const stale = [...this.#places.journal.wrote.keys()].filter((file) => !current.has(file)).sort();
    return stale.filter((file) => this.#remove(file));
  }

  current(): ReadonlySet<string> {
    return new Set([...this.#written.values()].flat());
  }

  #textOf(plan: Plan, draft: PageDraft, isLegacy: boolean): string {
    const spec = isLegacy ? typeOf(plan.category, LEGACY) : plan.spec!;
    const hrefOf = (address: string): string | undefined => {
      const id = this.#idAt.get(placeOf(address));
      return id === undefined || id === plan.id || !this.#live.has(id) ? undefined : `../${id}/`;
    };
    const body = withLinks(draft.body, draft.links, hrefOf);
    const related = plan.related !== undefined && this.#live.has(plan.related) ? plan.related : undefined;
    return textFor({ ...draft, body }, spec, related, plan.legacyUrls, (address) =>
      plan.attached.has(address),
    );
  }

  #carry(folder: string, { from, data, name, sha256 }: CarriedFile): string {
    const file = `${folder}${name}`;
    const { content, root, journal } = this.#places;
    const there = content.read(file);
    if (there && hashOf(there) === sha256) return file;
    if (there && there.length > 0 && !journal.wrote.get(file)?.has(hashOf(there))) return file;
    this.#note(file, sha256);
    if (data !== undefined) content.write(file, Buffer.from(data, 'base64'));
    else content.copy(atRoot(root, Buffer.from(from!, 'base64')), file);
    return file;
  }

  /** The page as it was saved: in the content, or beside the report where numbers of persons stand in it. */
  #keepOriginal(id: string, page: string, index: number): string | undefined {
    const { root, kept, records } = this.#places;
    const read = readSaved(root, this.#pathOf(page), LARGEST_PAGE);
    if ('trouble' in read) return undefined;
    const name = index === 0 ? 'original.html' : `original-${index + 1}.html`;
    if (records.get(page)?.isPersonal) {
      const file = join('private', id, name);
      if (!kept.read(file)?.equals(read.bytes)) kept.write(file, read.bytes);
      return undefined;
    }
    const file = `${ORIGINALS}/${id}/${name}`;
    this.#put(file, read.bytes);
    return file;
  }

  /** Whether the file has these bytes now; not where it holds what somebody else has written. */
  #put(file: string, bytes: Buffer): boolean {
    const { content, journal } = this.#places;
    const there = content.read(file);
    const known = journal.wrote.get(file);
    if (there?.equals(bytes)) {
      if (!known?.has(hashOf(bytes))) this.#note(file, hashOf(bytes));
      return true;
    }
    // An empty file is what a loss of power leaves.
    if (there && there.length > 0 && !known?.has(hashOf(there))) return false;
    this.#note(file, hashOf(bytes));
    content.write(file, bytes);
    return true;
  }

  #note(file: string, sha256: string): void {
    const { journal } = this.#places;
    if (journal.wrote.get(file)?.has(sha256)) return;
    journal.add({ file, sha256 });
    // Said before it is done: else what was written could be taken for somebody else's.
    journal.flush();
  }

  #remove(file: string): boolean {
    const { content, journal } = this.#places;
    const there = content.read(file);
    if (!there || !journal.wrote.get(file)?.has(hashOf(there))) return false;
    content.remove(file);
    return true;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
