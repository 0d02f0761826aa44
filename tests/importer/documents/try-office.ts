import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../../../src/core/import/tree.ts';
import { findOffice } from '../../../src/importer/documents/convert.ts';
import { readDocument } from '../../../src/importer/documents/read.ts';
import { Refusal } from '../../../src/importer/documents/refusal.ts';
import { runScript, ScriptError } from '../../script.ts';
import { bytesOf, samples } from './documents.ts';

/*
 * Holds the samples against LibreOffice: what it shows of each as text, and what comes back of each by way of .doc and
 * .odt. It knows less of some things than Word does, so a person reads what differs; words that only it has would be a
 * loss of ours.
 */

const FORMATS = { txt: 'txt:Text (encoded):UTF8', doc: 'doc:MS Word 97', odt: 'odt' } as const;
const usage = `usage: npx node tests/importer/documents/try-office.ts
Prints where LibreOffice shows other words of the sample documents than our reader does, and what comes back of them by
way of .doc and .odt. It takes two minutes and needs soffice.`;

await runScript({ usage, options: {} }, async () => {
  const office = findOffice(process.env['PATH']);
  if (office === undefined)
    throw new ScriptError('LibreOffice is not installed: apt-get install libreoffice-writer');
  await compare(office);
  return 0;
});

async function compare(program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-office-'));
  try {
    const files = samples
      .filter(({ shows }) => shows)
      .map((sample, index) => ({ ...sample, stem: String(index).padStart(2, '0') }));
    for (const file of files) writeFileSync(join(folder, `${file.stem}.docx`), bytesOf(file));
    for (const format of Object.values(FORMATS)) {
      execFileSync(
        program,
        [
          ...['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', format],
          ...['--outdir', folder, ...files.map(({ stem }) => join(folder, `${stem}.docx`))],
        ],
        { stdio: 'ignore' },
      );
    }
    for (const { name, shows = [], stem } of files) {
      const own = shows.join('\n');
      for (const extension of Object.keys(FORMATS)) {
        const path = join(folder, `${stem}.${extension}`);
        const other = !existsSync(path)
          ? '(LibreOffice made none)'
          : extension === 'txt'
            ? readFileSync(path, 'utf8')
            : await wordsOf(path, program);
        if (bare(other) !== bare(own))
          console.log(`\n## ${name}: ${extension}\n${other.trim()}\n-- expected\n${own}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function wordsOf(path: string, program: string): Promise<string> {
  try {
    return textOf((await readDocument(readFileSync(path), path, program)).tree);
  } catch (reason) {
    if (reason instanceof Refusal) return `(refused: ${reason.message})`;
    throw reason;
  }
}

function bare(text: string): string {
  return text.replaceAll(/[\s\ufeff]/gu, '');
}
