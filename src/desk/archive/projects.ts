import { canFollow } from '../../core/announcement/former-type.ts';
import { writtenTypesIn, typeOf } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { Entry } from '../../core/corpus/corpus.ts';
import type { ProjectHit } from '../../core/desk/api.ts';
import { printInstant } from '../../core/announcement/instant.ts';
import { earliestPublication } from '../../core/drafting/earliest.ts';
import { readingsOf } from '../../core/pinyin.ts';
import type { Holding } from './archive.ts';

/** Most projects that one question brings: more is no answer. */
const MOST = 20;

/** One project with all that is said of it, and how its titles can be asked for. */
interface Listed {
  readonly code: string;
  readonly entries: readonly Entry[];
  readonly text: string;
  readonly initials: string;
}

/** Finds projects by words of a title, by a code, or by the first letters of how a title is read. */
export class ProjectSearch {
  #of: Holding | undefined;
  #projects: readonly Listed[] = [];

  find(holding: Holding, words: string): readonly ProjectHit[] {
    if (this.#of !== holding) {
      this.#of = holding;
      this.#projects = listOf(holding);
    }
    const wanted = words.normalize('NFKC').toLowerCase().trim().split(/\s+/u).filter(Boolean);
    const isMeant = ({ text, initials }: Listed): boolean =>
      wanted.every((word) => text.includes(word) || (/^[a-z]{2,}$/u.test(word) && initials.includes(word)));
    return this.#projects
      .filter(isMeant)
      .slice(0, MOST)
      .map((project) => hitOf(project, holding));
  }
}

/** All projects, the one with the newest announcement first. */
function listOf({ existing: { content } }: Holding): readonly Listed[] {
  const byId = new Map(content.corpus.current.map((entry) => [entry.id, entry]));
  const projects = [...content.links.projects.values()].flatMap(({ code, ids }): readonly Listed[] => {
    const entries = ids.flatMap((id) => byId.get(id) ?? []).reverse();
    if (entries.length === 0) return [];
    // Titles of one project mostly repeat the first.
    const title = entries.at(-1)!.announcement.title;
    const all = [code, ...entries.map(({ announcement }) => announcement.title)].join('\n');
    return [{ code, entries, text: all.normalize('NFKC').toLowerCase(), initials: initialsOf(title) }];
  });
  return projects.toSorted((a, b) => (publishedAt(a) < publishedAt(b) ? 1 : -1));
}

const publishedAt = ({ entries }: Listed): string => entries[0]!.announcement.publishedAt;

/** The first letter of each character as it is read there. */
const initialsOf = (title: string): string =>
  readingsOf(title)
    .map(([first = '']) => first.slice(0, 1))
    .join('');

function hitOf({ code, entries }: Listed, holding: Holding): ProjectHit {
  const { category } = entries[0]!.announcement;
  return {
    code,
    title: entries.at(-1)!.announcement.title,
    category,
    announcements: entries.map(({ id, announcement }) => ({
      id,
      type: typeOf(announcement.category, announcement.type).term,
      publishedAt: announcement.publishedAt,
    })),
    next: writtenTypesIn(category).flatMap((spec) => nextOf(spec, entries, holding)),
  };
}

/** A type that may follow, with the newest announcement that it can rest on. */
function nextOf(spec: TypeSpec, entries: readonly Entry[], { existing }: Holding): ProjectHit['next'] {
  if (spec.link === 'never') return [];
  const before = entries.find(({ announcement }) => canFollow(spec, announcement));
  if (!before) return [];
  const earliest = earliestPublication(spec, existing.lineInForce(before.id));
  return [
    {
      type: spec.term,
      related: before.id,
      ...(earliest && { earliest: `${printInstant(earliest.at)}（${earliest.what}）以后` }),
    },
  ];
}
