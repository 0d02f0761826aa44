import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { terminal } from './terminal.ts';

/** Asks for the files to publish with an announcement, as paths. */
export async function askForAttachments(given: readonly string[]): Promise<readonly string[]> {
  const attachments = [...given];
  for (;;) {
    const count =
      attachments.length === 0 ? '没有就直接回车' : `已有 ${attachments.length} 个，没有了就直接回车`;
    const path = await terminal.text(`附件文件的位置（${count}）`, {
      check: (text) => fileFault(unquoted(text)) ?? sameName(unquoted(text), attachments),
    });
    if (path === '') return attachments;
    attachments.push(unquoted(path));
  }
}

/** A file dragged into a terminal comes in quotation marks. */
export const unquoted = (path: string): string => path.replace(/^(["'])(.*)\1$/u, '$2');

/** What is wrong with the path of a file; nothing is wrong with none. */
export function fileFault(path: string): string | undefined {
  if (path === '') return undefined;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? undefined : `没有 ${path} 这个文件`;
}

/** Two attachments of one name would be one file. */
const sameName = (path: string, others: readonly string[]): string | undefined =>
  others.some((other) => basename(other) === basename(path))
    ? `已经有一个叫 ${basename(path)} 的附件了`
    : undefined;
