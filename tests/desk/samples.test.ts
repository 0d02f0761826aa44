import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/core/corpus/corpus.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import type { Answers } from '../../src/core/drafting/draft.ts';
import { writtenOf } from '../../src/desk/check/written.ts';
import { attachedIn } from '../../src/desk/existing/attached.ts';
import { writtenFile } from '../../src/core/rewrite/written-file.ts';
import { contentFolder } from '../cli/command.ts';

/** A sample as a draft that a clerk has filled in with the same words. */
const draftOf = ({ id, frontMatter, body }: Entry) => {
  const { 附件: _, ...answers } = parse(frontMatter, { schema: 'failsafe' }) as Answers;
  return { key: '0123456789abcdef', answers: { ...answers, 标识: id }, body, files: [] };
};

test('every sample that is filled into the desk is written as a file of the same meaning and the same text', () => {
  const samples = loadCorpus('content').entries.filter(({ announcement }) => announcement.type !== 'legacy');
  expect(samples.length).toBeGreaterThan(150);
  const folder = contentFolder();
  for (const sample of samples) {
    const { file, text } = writtenOf(draftOf(sample), '2026')!;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const written = new Map(loadCorpus(folder).entries.map((entry) => [entry.id, entry]));
  const meaning = (announcement: object) => ({ ...announcement, attachments: undefined });
  for (const { id, announcement, body } of samples) {
    expect(meaning(written.get(id)?.announcement ?? {}), id).toEqual(meaning(announcement));
    expect(written.get(id)!.body.trim(), id).toBe(body.trim());
  }
});

test('every sample that is opened as a file is written back byte for byte', () => {
  for (const { id, file } of loadCorpus('content').entries) {
    const text = readFileSync(join('content', file), 'utf8');
    const { answers, body } = writtenFile(text)!;
    const { 附件: attached, ...others } = answers;
    const files = attachedIn(attached).map((one) => ({ ...one, bytes: 1, sha256: '', findings: [] }));
    const draft = { key: '0123456789abcdef', answers: { ...others, 标识: id }, body, files };
    expect(writtenOf({ ...draft, existing: { file, text, isAside: false } }, '2026'), id).toMatchObject({
      id,
      file,
      text,
    });
  }
});
