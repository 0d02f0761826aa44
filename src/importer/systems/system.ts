/** What a system for web sites leaves in its pages, as data: how it is known, and where it puts what. */
export interface System {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly Mark[];
  /** Each list in order of trust. What all systems share stands in `plain`. */
  readonly title: readonly Place[];
  readonly publishedAt: readonly Place[];
  readonly source: readonly Place[];
  readonly body: readonly Place[];
  /** Selectors of lists of attachments that stand apart from the body. */
  readonly attachments: readonly string[];
  /** Selectors of what looks like a value and is another. */
  readonly never?: readonly string[];
}

/** A trace of a system: an element, words of the source, or the form of the address. Weights add up; 1 is sure. */
export type Mark =
  | { readonly at: string; readonly weight: number }
  | { readonly words: RegExp; readonly weight: number }
  | { readonly address: RegExp; readonly weight: number };

/** A place in a page: a meta element by name, elements by selector, what two comments enclose. */
export type Place = { readonly meta: string } | { readonly at: string } | { readonly between: RegExp };

export const meta = (name: string): Place => ({ meta: name });
export const at = (...selectors: readonly string[]): readonly Place[] =>
  selectors.map((selector) => ({ at: selector }));
/** What stands between a comment that ends in “begin” and the same one that ends in “end”. */
export const between = (words: RegExp): Place => ({ between: words });
