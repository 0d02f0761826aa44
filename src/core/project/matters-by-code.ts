import { codeOf, type Linked } from './links.ts';

/** The matters of each project code, by what began them. */
export class MattersByCode {
  readonly #roots = new Map<string, Set<string>>();

  add(root: Linked): void {
    const key = keyOf(root);
    if (key === undefined) return;
    const known = this.#roots.get(key);
    if (known) known.add(root.id);
    else this.#roots.set(key, new Set([root.id]));
  }

  /** The other matters of the code of an announcement. */
  beside(entry: Linked, root: Linked): readonly string[] {
    return [...(this.#roots.get(keyOf(entry) ?? '') ?? [])].filter((id) => id !== root.id);
  }
}

const keyOf = ({ announcement }: Linked): string | undefined => {
  const code = codeOf(announcement);
  return code && `${announcement.category} ${code}`;
};
