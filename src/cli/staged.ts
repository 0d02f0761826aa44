import { isPublishable } from '../core/check.ts';
import { codeOf, type Diagnostic } from '../core/diagnostic.ts';
import { nameOf, summary, toText } from '../core/report.ts';
import { checkIndex } from '../office/check-index.ts';
import { StagedContent } from '../office/staged-content.ts';
import { lineReader } from './lines.ts';

/**
 * Checks what is about to be committed: the files as they stand in git's index, not in the folder where somebody may
 * have gone on writing. Of the announcements only staged ones are reported; the others of their matters are read, since
 * links need them. The rest of the archive is not. What the branch's remote has is published, and is not changed or
 * deleted without a word. Returns 0 when the commit may go on, 1 when not.
 */
export function checkStaged(contentDir: string): number {
  const index = new StagedContent(contentDir);
  const staged = index.staged();
  if (staged.length === 0) return say('没有新增或者改动的内容要提交，什么也没有检查。');
  return checkIndex(index, staged, ({ findings, ids, others, folder }) => {
    const closing = summary(findings, ids.size, others);
    if (findings.length === 0) return say(closing);
    process.stderr.write(verdict(findings, closing, folder, index.prefix));
    return isPublishable(findings) ? 0 : 1;
  });
}

/** What is said when nothing stands in the way goes to standard output, which the hook leaves out. */
function say(words: string): number {
  process.stdout.write(`${words}\n`);
  return 0;
}

function verdict(findings: readonly Diagnostic[], closing: string, folder: string, prefix: string): string {
  const parts = [toText(findings, lineReader(folder)), `${closing}\n`];
  if (!isPublishable(findings)) parts.push(`没有提交。${remedy(findings, prefix)}\n`);
  return parts.join('\n');
}

/**
 * The one command that mends it; where nobody but the clerk can, the one that tells whether it is mended. `prefix` leads
 * from the top of the repository to the content folder.
 */
function remedy(findings: readonly Diagnostic[], prefix: string): string {
  // A file that is gone can be neither checked nor added.
  const errors = findings.filter(({ code, severity }) => severity === 'error' && code !== 'K102');
  if (errors.length === 0) return '按上面“改成”里写的做，再提交一次。';
  const names = [...new Set(errors.map(({ file }) => nameOf(file)))];
  const files = [...new Set(errors.map(({ file }) => `${prefix}${file}`))];
  const allFixable = errors.every(({ code }) => codeOf(code).fixable);
  const command = allFixable ? `npm run fix -- ${names.join(' ')}` : `npm run check -- ${names.join(' ')}`;
  const words = allFixable ? '这些可以代劳' : '改好以后再检查';
  // Two lines: Windows PowerShell knows no `&&`.
  return `${words}：${command}\n然后运行：git add ${files.map(quoted).join(' ')}`;
}

const quoted = (path: string): string => (/^[\w./-]+$/u.test(path) ? path : `"${path}"`);
