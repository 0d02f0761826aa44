import { namesOf, typeOf, type Announcement } from './schema.ts';
import { plainName } from './type-names.ts';
import type { TypeSpec } from './type.ts';

/** An earlier announcement that another platform has published. */
interface Elsewhere {
  title: string;
  url: string;
  /** An instant, or the day where no more is known. */
  publishedAt: string;
}

/** The earlier announcements that one names by their titles and addresses on other platforms, the first one first. */
export const elsewhereOf = (announcement: Announcement): readonly Elsewhere[] =>
  'relatedElsewhere' in announcement ? (announcement.relatedElsewhere ?? []) : [];

/** The type of what was published elsewhere, as far as its title says it: one that the announcement can follow. */
export function typeElsewhere(announcement: Announcement, { title }: Elsewhere): TypeSpec | undefined {
  const { category, type } = announcement;
  const able = typeOf(category, type).follows.map((id) => typeOf(category, id));
  const said = able.map((spec) => ({ spec, length: longestNameIn(plainName(title), spec) }));
  const longest = Math.max(0, ...said.map(({ length }) => length));
  const [only, ...others] = said.filter(({ length }) => length === longest);
  return longest > 0 && others.length === 0 ? only!.spec : undefined;
}

/** A name at the end of a title says what it is; one in its midst may be that of something else. */
const longestNameIn = (title: string, spec: TypeSpec): number =>
  Math.max(
    0,
    ...namesOf(spec)
      .map(plainName)
      .filter((name) => title.endsWith(name))
      .map(({ length }) => length),
  );
