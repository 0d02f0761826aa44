/** With fewer results than half a page a reader is told what else was looked for. */
export const LITTLE = 10;
