/** Words beside what matters. */
export const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;
