import { attachmentExamples } from './code-examples/attachments.ts';
import { bodyExamples } from './code-examples/body.ts';
import type { CodeExample } from './code-examples/example.ts';
import { frontMatterExamples } from './code-examples/front-matter.ts';
import { importExamples } from './code-examples/import.ts';
import { linkExamples } from './code-examples/links.ts';
import { otherExamples } from './code-examples/others.ts';

/** An example of either kind for every code that no statutory rule has; rules have their own. */
export const CODE_EXAMPLES: Readonly<Record<string, CodeExample>> = {
  ...frontMatterExamples,
  ...bodyExamples,
  ...attachmentExamples,
  ...linkExamples,
  ...otherExamples,
  ...importExamples,
};
