import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { ATTACHMENTS_LABEL, answerOf, ID_LABEL, specOf, type Answers } from '../../core/drafting/draft.ts';

/** Git ignores it: what is not finished is nobody else's yet. */
const FOLDER = '.cache/drafts';

/** Keeps answers in a file that `--from` reads, and returns its path. */
export function keepDraft(answers: Answers, attachments: readonly string[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const name = answerOf(answers, ID_LABEL) ?? specOf(answers)?.id ?? 'announcement';
  const path = freePath(name.replaceAll(/[^a-z0-9-]/gu, '') || 'announcement');
  const all = attachments.length > 0 ? { ...answers, [ATTACHMENTS_LABEL]: attachments } : answers;
  writeFileSync(path, `${JSON.stringify(all, undefined, 2)}\n`);
  return path;
}

function freePath(name: string): string {
  for (let number = 1; ; number += 1) {
    const path = `${FOLDER}/${name}${number === 1 ? '' : `-${number}`}.json`;
    if (!existsSync(path)) return path;
  }
}
