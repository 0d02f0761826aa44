import type { Shape } from './field.ts';

/** The id of 存量公告 in every category: an announcement of an old site that is not complete, and does not pretend to be. */
export const LEGACY = 'legacy';

/**
 * The form of 存量公告: what the old site called it and the digest of its page, and whatever else the category knows.
 * The announcements that came from an old site were published under other rules and are an archive: nothing of them is
 * required, and they decide nothing in the life of a matter.
 */
export const legacy = <const F extends Shape>(fields: F) =>
  ({
    term: '存量公告',
    stage: 'notice',
    link: 'may',
    must: ['formerType', 'originalHash'],
    may: keysByLabel(fields),
  }) as const;

/** Whether an announcement is kept as an old site had it, complete or not; of a type, whether it is that of these. */
export const isLegacy = ({ type }: { readonly type: string }): boolean => type === LEGACY;

/** The fields of a category; of two of one name, of which the type says which it is, the first. */
function keysByLabel<F extends Shape>(fields: F): readonly (keyof F & string)[] {
  const labels = new Set<string | undefined>();
  return Object.entries(fields).flatMap(([key, schema]) => {
    const { label } = schema.meta() ?? {};
    if (labels.has(label)) return [];
    labels.add(label);
    return [key];
  });
}
