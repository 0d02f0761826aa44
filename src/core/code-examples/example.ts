/** What is right and what a code objects to, as a clerk would write either. */
export interface CodeExample {
  good: string;
  bad: string;
  /**
   * Where the lines stand, so that a test can hold them against the check: among the fields of a notice or of a tender, or
   * in the body of a notice. Nothing: they are a description.
   */
  within?: 'notice' | 'tender' | 'body';
}

/** Fields of 通知公告; a line takes the place of the one with the same name. */
export const fields = (good: string, bad: string): CodeExample => ({ good, bad, within: 'notice' });

/** Fields of 招标公告. */
export const tender = (good: string, bad: string): CodeExample => ({ good, bad, within: 'tender' });

export const body = (good: string, bad: string): CodeExample => ({ good, bad, within: 'body' });

/** What stands in several files, or cannot be seen, in words. */
export const told = (good: string, bad: string): CodeExample => ({ good, bad });
