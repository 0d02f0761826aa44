import { copyFileSync, existsSync, linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TypeSpec } from '../../core/announcement/type.ts';
import { check } from '../../core/check.ts';
import { inspectAttachments } from '../../core/corpus/inspect.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { answerOf, ATTACHMENTS_LABEL, ID_LABEL, partOf, type Answers } from '../../core/drafting/draft.ts';
import { bodyLines, factLines } from '../../core/drafting/summary.ts';
import { bodyOf } from '../../core/drafting/body.ts';
import { toMarkdown } from '../../core/drafting/write.ts';
import { idOf, toText } from '../../core/report.ts';
import { lineReader } from '../lines.ts';
import { Trial } from '../trial.ts';
import type { ExistingAnnouncements } from '../../core/proposals/existing.ts';
import { removed, rename } from '../../patience.ts';

export interface Room {
  contentDir: string;
  now: string;
  archive: ExistingAnnouncements;
}

/** An announcement that was tried and is not yet written. */
export interface Made {
  id: string;
  /** Path from the content folder. */
  file: string;
  markdown: string;
  attachments: readonly string[];
  findings: readonly Diagnostic[];
  /** The findings in words. */
  text: string;
  /** Fields, body and attachments as they will be published, in words. */
  summary: string;
}

/** Tries an announcement in a folder of its own, by the same check that the build runs. */
export function make(answers: Answers, attachments: readonly string[], spec: TypeSpec, room: Room): Made {
  const id = answerOf(answers, ID_LABEL)!;
  const related = answerOf(answers, '关联公告');
  const year = partOf(answers)!.publishedAt.slice(0, 4);
  const home = `announcements/${spec.category}/${year}/${id}`;
  const file = attachments.length > 0 ? `${home}/index.md` : `${home}.md`;
  const listed = attachments.map((path) => ({
    文件: basename(path),
    名称: basename(path).replace(/\.[^.]*$/u, ''),
  }));
  const all = listed.length > 0 ? { ...answers, [ATTACHMENTS_LABEL]: listed } : answers;
  const originalTitle = room.archive.entry(related)?.announcement.title;
  const markdown = toMarkdown(all, spec, originalTitle);
  const { [ATTACHMENTS_LABEL]: _, ...facts } = answers;
  const summary = [
    ...factLines(facts, spec),
    ...attachments.map((path) => `附件  ${basename(path)}（${sizeOf(path)}）`),
    ...bodyLines(bodyOf(answers, spec, originalTitle)),
  ].join('\n');
  const names = [id, related, answerOf(answers, '项目编号')].filter((name) => name !== undefined);
  const trial = new Trial(room.contentDir, new Set(names));
  try {
    trial.write(file, markdown);
    for (const path of attachments) copyFileSync(path, join(trial.folder, home, basename(path)));
    const { findings: found } = check(trial.folder, new Set([id]), inspectAttachments);
    const findings = found.filter((finding) => idOf(finding.file) === id);
    const text = toText(findings, lineReader(trial.folder));
    return { id, file, markdown, attachments, findings, text, summary };
  } finally {
    trial.remove();
  }
}

function sizeOf(path: string): string {
  const bytes = statSync(path).size;
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Another announcement has taken the place meanwhile; nothing of it was changed and nothing was written. */
export class Taken extends Error {
  override readonly name = 'Taken';
}

/**
 * Writes an announcement with its attachments: all of it stands there, or nothing does. It is made under a name that
 * the content folder ignores and put in its place in one step.
 * @throws {Taken} where something stands there already
 */
export function write({ file, markdown, attachments }: Made, contentDir: string): void {
  const path = join(contentDir, file);
  const isFolder = attachments.length > 0;
  const place = isFolder ? dirname(path) : path;
  const others = isFolder ? [place, `${place}.md`] : [place, place.replace(/\.md$/u, '')];
  if (others.some((other) => existsSync(other))) throw new Taken();
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}`);
  mkdirSync(isFolder ? beside : dirname(place), { recursive: true });
  try {
    for (const attachment of attachments) copyFileSync(attachment, join(beside, basename(attachment)));
    writeFileSync(isFolder ? join(beside, basename(path)) : beside, markdown, { flush: true });
    if (isFolder) rename(beside, place);
    else linkOrRename(beside, place);
  } finally {
    removed(beside);
  }
}

/** A link never replaces a file; where the disk knows none, the place is looked at once more. */
function linkOrRename(beside: string, place: string): void {
  try {
    linkSync(beside, place);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(place)) throw new Taken();
    rename(beside, place);
  }
}
