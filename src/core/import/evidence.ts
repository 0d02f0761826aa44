/** Where a value was found: by which rule, in which words, in which line of the source (0: unknown). */
export interface Evidence {
  rule: string;
  /** As they stand, at most 60 characters. */
  words: string;
  line: number;
}

/** A label and its value, as they stand in a page. */
export interface Pair {
  label: string;
  value: string;
  evidence: Evidence;
}
