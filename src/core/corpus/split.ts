/** A file's text cut into front matter and body, each with the line of the file it begins on. */
export interface Split {
  frontMatter: string;
  frontMatterLine: number;
  body: string;
  bodyLine: number;
}
