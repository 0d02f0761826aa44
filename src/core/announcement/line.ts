/** Longest text of one field, in characters: longer matter belongs into the body. */
export const LONGEST = 500;

/** Longest notice in the band of a lobby screen, in characters: what is read at a glance from five metres. */
export const LONGEST_NOTICE = 60;

/** How many characters a reader counts: 𬭎 is one, though a machine holds it in two halves. */
export const lengthOf = (text: string): number => [...text].length;

/** Whether something can stand on one line: it has words, no more characters than these, and nothing that ends the line. */
export const isLine = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && lengthOf(value) <= longest && !/\p{Cc}/u.test(value);
