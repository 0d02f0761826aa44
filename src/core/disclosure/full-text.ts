/** Of how many items the full text can be read on the site 全文电子化. */
export interface FullText {
  total: number;
  withText: number;
  /** Items whose files could not be looked through. */
  unknown: number;
  /** `100%`, `99.2%`; nothing where there are no items or it cannot be told. */
  rate?: string;
}

/**
 * Whether an item has its full text: in its body, or in a file with words; a scan has none. Nothing where it hangs on a
 * file that could not be looked through.
 */
export function hasFullText(
  bodyHasWords: boolean,
  attachments: readonly (boolean | undefined)[],
): boolean | undefined {
  if (bodyHasWords || attachments.includes(true)) return true;
  return attachments.includes(undefined) ? undefined : false;
}

/** The share of items that have it. */
export function fullTextOf(items: readonly (boolean | undefined)[]): FullText {
  const total = items.length;
  const withText = items.filter((one) => one === true).length;
  const unknown = items.filter((one) => one === undefined).length;
  return {
    total,
    withText,
    unknown,
    ...(total === 0 || unknown > 0 ? {} : { rate: percent(withText, total) }),
  };
}

/** To one decimal, cut and not rounded: what is missing is never rounded away. */
const percent = (part: number, whole: number): string => `${Math.floor((part * 1000) / whole) / 10}%`;
