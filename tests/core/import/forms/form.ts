/** A notice in the words of an official form, all invented, and what may be read from it: just this and no more. */
export interface Form {
  title: string;
  /** From the column, where the test has one. */
  category?: string;
  body: string;
  type: string;
  /** The text of every value, by the label of the field. */
  values: Readonly<Record<string, string | readonly string[]>>;
  /** Labels of fields that are doubtful. */
  doubtful?: readonly string[];
}
