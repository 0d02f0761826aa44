import { join } from 'node:path';
import { ID } from '../../core/announcement/text.ts';
import { isCurrent } from '../../core/announcement/withdrawal.ts';
import { checkHall, findIn, settle } from '../../core/check.ts';
import type { Inspect } from '../../core/corpus/attachment-content.ts';
import type { Corpus, Entry, Words } from '../../core/corpus/corpus.ts';
import { faultOfId } from '../../core/corpus/name-fault.ts';
import { loadCorpus } from '../../core/corpus/load.ts';
import type { Checked, DeskFinding } from '../../core/desk/api.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { idOf } from '../../core/report.ts';
import { answerOf, ID_LABEL, partOf, specOf } from '../../core/drafting/draft.ts';
import type { Archive, Holding } from '../archive/archive.ts';
import { differencesIn } from './differences.ts';
import { toDeskFindings } from './findings.ts';
import { objectionsTo } from './objections.ts';
import { periodsOf } from './periods.ts';
import { Trial } from './trial.ts';
import { notUnderstood } from './understood.ts';
import { writtenOf, type Writable, type Written } from './written.ts';

/** What is found of one draft. */
type Found = Omit<Checked, 'seq' | 'rev'>;

/** Holds drafts against an archive by the same check that the command line and the build call. */
export class DraftCheck {
  readonly #archive: Archive;
  readonly #inspect: Inspect;
  readonly #trial: Trial;

  /** @param folder of its own, for the file that the draft will be */
  constructor(archive: Archive, inspect: Inspect, folder: string) {
    this.#archive = archive;
    this.#inspect = inspect;
    this.#trial = new Trial(folder, archive.contentDir);
  }

  /** @param files folder of its attachments */
  check(draft: Writable, files: string, now: string): Found {
    const holding = this.#archive.holding;
    const spec = specOf(draft.answers);
    const related = holding.existing.entry(answerOf(draft.answers, '关联公告'))?.announcement.title;
    const written = writtenOf(draft, now.slice(0, 4), related);
    if (!spec || !written) return unknownType(answerOf(draft.answers, '类型') ?? '');
    this.#trial.write(written, new Map(draft.files.map(({ name }) => [name, join(files, name)])));
    const { own, findings } = this.#findingsOf(written, holding, now);
    const part = partOf(written.answers)!;
    const entry = own && 'announcement' in own ? own : undefined;
    const told = own ? toDeskFindings(findings, own, draft.body) : [];
    const all = [
      ...idFindings(draft, holding.corpus),
      ...told,
      ...(entry ? notUnderstood(entry, written.answers, spec) : objectionsTo(part, spec, holding.existing)),
    ];
    return {
      findings: all,
      periods: periodsOf(holding.existing.judgements(part), part, spec),
      differences: differencesIn(holding.existing.matterOf(part), draft.body),
      canBeSubmitted: all.every(({ severity }) => severity !== 'error'),
    };
  }

  /** The draft as it was read, and what the check finds in its file. */
  #findingsOf(
    { id, file, text }: Written,
    { corpus: archive, names, pages }: Holding,
    now: string,
  ): { own: Words | Entry | undefined; findings: readonly Diagnostic[] } {
    const connected = names.connectedTo(text).filter((words) => idOf(words.file) !== id);
    const corpus = this.#corpusWith(id, file, archive, connected);
    const { found, content } = findIn(corpus, {
      contentDir: this.#trial.folder,
      about: new Set([id]),
      opened: new Set([id]),
      inspect: this.#inspect,
      recall: () => undefined,
      now,
      pagesFor: (_, own) => ({
        ...pages,
        has: (path) => own.has(path) || pages.has(path),
        headings: (path) => own.headings(path) ?? pages.headings(path),
      }),
    });
    const { findings } = settle(content, [...found, ...checkHall(content.collection)]);
    return {
      own: [...corpus.entries, ...corpus.unreadable].find((words) => words.file === file),
      findings: findings.filter((finding) => finding.file === file),
    };
  }

  /** The draft among those that it has to do with; of the rest of the archive the settings alone. */
  #corpusWith(id: string, file: string, archive: Corpus, connected: readonly (Words | Entry)[]): Corpus {
    const ids = new Set([...archive.ids, id]);
    const folder = /^(.*)\/index\.md$/u.exec(file)?.[1];
    const place = { id, file, ...(folder !== undefined && { folder }) };
    const read = loadCorpus(this.#trial.folder, undefined, {
      read: [place],
      ids,
      files: [file],
      about: new Set(),
    });
    const entries = [
      ...connected.filter((words): words is Entry => 'announcement' in words),
      ...read.entries,
    ];
    return {
      ...archive,
      ...{ entries, ids, files: [file], pages: [], disclosure: [], kiosks: [] },
      current: entries.filter(isCurrent),
      unreadable: [...connected.filter((words) => !('announcement' in words)), ...read.unreadable],
      findings: read.findings.filter((finding) => finding.file === file || finding.file === folder),
    };
  }
}

/** An id is the address for ever: it must be one, and nobody else's. */
function idFindings({ answers, existing }: Writable, { ids }: Corpus): readonly DeskFinding[] {
  const id = answerOf(answers, ID_LABEL);
  const isOwn = existing && !existing.isAside && idOf(existing.file) === id;
  if (id === undefined || isOwn) return [];
  const fault = (code: string, message: string, help: string | undefined): readonly DeskFinding[] => [
    { code, severity: 'error', message, help, field: ID_LABEL },
  ];
  if (!ID.test(id))
    return fault(
      'F401',
      `“${id}”不能作公告的标识`,
      '只用小写英文字母、数字和“-”，例如 gm-js-2026-012-tender',
    );
  const unfit = faultOfId(id);
  if (unfit) return fault(unfit.code, unfit.message, unfit.help);
  return ids.has(id) ? fault('F402', `标识“${id}”已经用了`, '换一个，例如在后面加 -2') : [];
}

const unknownType = (type: string): Found => ({
  findings: [
    {
      code: 'F204',
      severity: 'error',
      message: `现在没有“${type}”这种公告，写好的内容都在`,
      help: '选一种现在有的类型，再接着写',
      field: '类型',
    },
  ],
  periods: [],
  differences: [],
  canBeSubmitted: false,
});
