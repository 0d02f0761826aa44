/** Versions as people count them: 0.9.0 is before 0.10.0. */
const order = new Intl.Collator('en', { numeric: true });

/** Whether one version comes after another. */
export const isLater = (version: string, other: string): boolean => order.compare(version, other) > 0;

/** The heading of what has no number yet. */
const NEXT = '下一版';

/**
 * What changed for an office since a version: of the notes, a heading and a list for each version, those that came
 * after it, the newest first.
 * @param before undefined where it is not known: then all
 */
export function notesSince(notes: string, before: string | undefined): string {
  const [, ...parts] = notes.split(/^## /mu);
  return parts
    .filter((part) => {
      const [heading = ''] = part.split('\n');
      return heading === NEXT || before === undefined || isLater(heading, before);
    })
    .map((part) => part.trim())
    .filter((part) => part !== NEXT)
    .join('\n\n');
}
