import { fieldsOf, type Field } from './announcement/field.ts';
import { formOf, typeOf } from './announcement/schema.ts';
import { withdrawalOf } from './announcement/withdrawal.ts';
import { checkAttached } from './attached.ts';
import { checkBody } from './body/check.ts';
import { checkPublished, type Recall } from './check/published.ts';
import type { Inspect } from './corpus/attachment-content.ts';
import { diagnostic, FRONT_MATTER_LINE } from './corpus/front-matter.ts';
import type { Corpus, Entry, Words } from './corpus/corpus.ts';
import { labels } from './corpus/labels.ts';
import { loadCorpus } from './corpus/load.ts';
import { placeOf } from './corpus/places.ts';
import { readTree } from './corpus/read-tree.ts';
import { displaySchema } from './corpus/settings/display.ts';
import { kioskSchema } from './corpus/settings/kiosk.ts';
import { collectionOf, type Collection } from './edition.ts';
import type { Diagnostic, Finding, Span } from './diagnostic.ts';
import { applyExceptions, type Excused } from './exceptions.ts';
import { checkKiosk } from './kiosk/check.ts';
import { checkOldAddresses } from './old-addresses.ts';
import { checkPersonal } from './privacy.ts';
import { linkAnnouncements, type Links } from './project.ts';
import { checkDateOrder } from './rules/date-order.ts';
import { checkRules, type Judged } from './rules/judge.ts';
import { checkNotices, checkScreen } from './screen.ts';
import { checkWording } from './wording/check.ts';
import { checkTotals } from './wording/totals.ts';

/** A content folder that was read, checked and linked. */
export interface CheckedContent {
  corpus: Corpus;
  links: Links;
  collection: Collection;
  /** What the statutory rules say of each announcement, by its id. */
  judgements: Judged['judgements'];
  /** Findings that announcements excuse by 例外, by the announcement's id. */
  excused: ReadonlyMap<string, readonly Excused[]>;
  /** Sorted by file, then place. */
  findings: readonly Diagnostic[];
}

/**
 * The whole check. The command line, the build and the editor all call this one function. With `about`, what is found
 * of the announcements with these ids is whole, and the rest of the archive is left unread where it has no part in it.
 * `inspect` opens attachments; without it they are held against their names alone. `recall` knows what was published;
 * without it nothing is held against that.
 */
export function check(
  contentDir: string,
  about?: ReadonlySet<string>,
  inspect: Inspect = () => [],
  recall: Recall = () => undefined,
): CheckedContent {
  const corpus = loadCorpus(contentDir, about);
  const links = linkAnnouncements(corpus.entries, corpus.ids);
  const collection = collectionOf(corpus, links);
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const { judgements, findings: statutory } = judgeAll(corpus, links);
  const order = [
    ...corpus.current.flatMap(({ id, announcement }) => checkDateOrder(id, announcement)),
    ...orderAfterCorrections(links),
  ];
  const unclear = unclearCorrections(links);
  const placed = (finding: Finding): Diagnostic => place(entries.get(finding.id)!, finding);
  const found = [
    ...corpus.findings,
    ...[...corpus.entries, ...corpus.unreadable, ...corpus.pages].flatMap(checkWords),
    ...[
      ...links.findings,
      ...order,
      // Dates in the wrong order have no time between them that could be too short.
      ...statutory
        .filter(({ id, at }) => !order.some((other) => other.id === id && other.at === at))
        .filter(({ id }) => !unclear.has(id)),
      ...corpus.current.flatMap(({ id, announcement }) => checkTotals(id, announcement)),
      ...checkOldAddresses(
        corpus.entries,
        corpus.pages.map(({ id }) => id),
      ),
      ...checkAttached(
        corpus.entries,
        about,
        ({ file }, name) => `${contentDir}/${file.replace(/[^/]*$/u, name)}`,
        inspect,
      ),
    ].map(placed),
    ...checkDisplays(collection),
    ...checkNotices(corpus).map(({ announcement, ...crowd }) =>
      placed({ code: 'S107', id: announcement, ...crowd }),
    ),
    ...checkKiosks(corpus),
    ...checkPublished(corpus, { contentDir, about, recall, place: placed }),
  ];
  const { findings, excused, faults } = applyExceptions(corpus.entries, withoutEchoes(found).sort(byPlace));
  return {
    corpus,
    links,
    collection,
    judgements,
    excused,
    findings: [...findings, ...faults.map(placed)].sort(byPlace),
  };
}

/** A field for an office line says itself that a mobile number is none. */
function withoutEchoes(findings: readonly Diagnostic[]): Diagnostic[] {
  const lineOf = ({ file, line }: Diagnostic): string => `${file}:${line}`;
  const told = new Set(findings.filter(({ code }) => code === 'F315').map(lineOf));
  return findings.filter((finding) => finding.code !== 'P102' || !told.has(lineOf(finding)));
}

/** Dates that only a correction has put into the wrong order; the fault is the correction's. */
function orderAfterCorrections({ effective }: Links): readonly Finding[] {
  return [...effective].flatMap(([id, { announcement, changes }]) =>
    changes.length === 0 || withdrawalOf(announcement)
      ? []
      : checkDateOrder(id, announcement).flatMap(({ also: _, ...finding }): Finding[] => {
          const change = changes.findLast(({ field }) => field === finding.at);
          return change ? [{ ...finding, id: change.by, at: 'corrections' }] : [];
        }),
  );
}

/** Corrections of which it is not known what they change; the law waits until it is. */
const unclearCorrections = ({ findings }: Links): ReadonlySet<string> =>
  new Set(findings.filter(({ code }) => ['L106', 'L107', 'L108'].includes(code)).map(({ id }) => id));

const judgeAll = ({ entries, calendar, site, findings }: Corpus, { effective }: Links): Judged =>
  checkRules(
    { entries, effective, calendar, local: site?.localPeriods ?? [] },
    findings.some(({ code }) => code === 'S102'),
  );

/** Whether nothing stands against publication. */
export const isPublishable = (findings: readonly Diagnostic[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.code < b.code ? -1 : 1);

/** What is wrong with the words themselves, wherever in the file they stand. */
function checkWords(words: Words): readonly Diagnostic[] {
  const { file, frontMatter, body, bodyLine, linkable } = words;
  const name = file.replace(/^.*\/(?=[^/]+\/index\.md$)|^.*\/(?!index\.md$)/u, '').replaceAll('-', '、');
  return [
    ...checkBody(body, linkable).map((finding) => atLine(file, bodyLine, finding)),
    ...checkPersonal(name).map((finding) => atLine(file, 1, { ...finding, column: 1, length: 1 })),
    ...[
      { text: frontMatter, from: FRONT_MATTER_LINE, isBody: false },
      { text: body, from: bodyLine, isBody: true },
    ].flatMap(({ text, from, isBody }) =>
      [
        ...checkPersonal(text),
        ...checkWording(text, { isProcurementResult: isProcurementResult(words), isBody }),
      ].map((finding) => atLine(file, from, finding)),
    ),
  ];
}

const atLine = (
  file: string,
  from: number,
  { code, ...rest }: Omit<Diagnostic, 'file' | 'severity'>,
): Diagnostic => diagnostic(file, code, { ...rest, line: from + rest.line - 1 });

const isProcurementResult = (words: Words): boolean => {
  const announcement = 'announcement' in words ? (words as Entry).announcement : undefined;
  return (
    announcement?.category === 'procurement' &&
    typeOf(announcement.category, announcement.type).stage === 'result'
  );
};

/**
 * Screens are judged by the announcements they are for; without the centre's name there is no header to set. What is
 * too long for several of them is told of the one with the least room.
 */
function checkDisplays(collection: Collection): readonly Diagnostic[] {
  const { site, displays } = collection;
  if (!site || displays.length === 0) return [];
  const fields = fieldsOf(displaySchema);
  const faults = displays.flatMap((display) =>
    checkScreen(display, site, collection).map((fault) => ({ ...fault, display })),
  );
  const settings = faults.filter(({ announcement }) => announcement === undefined);
  const tooLong = Map.groupBy(
    faults.filter(({ announcement }) => announcement !== undefined),
    ({ announcement, at }) => `${announcement!} ${at}`,
  );
  return [
    ...settings.map(({ display, at, message, help }) =>
      diagnostic(display.file, 'S103', {
        ...display.places[at]!,
        field: fieldAt(fields, at).label,
        message,
        help,
      }),
    ),
    ...[...tooLong.values()].map((same) => {
      const { announcement, at, message, help } = same.reduce((a, b) => (b.fitting! < a.fitting! ? b : a));
      const entry = collection.entry(announcement!);
      return place(entry, { code: 'F319', id: entry.id, at, message, help });
    }),
  ];
}

/** The field at a path of English keys, `parts.0.limit`. */
function fieldAt(fields: readonly Field[], path: string): Field {
  const [key, , ...rest] = path.split('.');
  const field = fields.find((one) => one.key === key)!;
  return rest.length === 0 ? field : fieldAt(field.fields ?? [], rest.join('.'));
}

function checkKiosks({ kiosks }: Corpus): readonly Diagnostic[] {
  const labelOf = new Map(fieldsOf(kioskSchema).map(({ key, label }) => [key, label]));
  return kiosks.flatMap((kiosk) =>
    checkKiosk(kiosk).map(({ at, message, help }) =>
      diagnostic(kiosk.file, 'S106', { ...kiosk.places[at]!, field: labelOf.get(at)!, message, help }),
    ),
  );
}

/** Finds the place of a finding. The tree is parsed again only now: sound announcements need not keep theirs. */
function place(entry: Entry, finding: Finding): Diagnostic {
  const { code, at, message, help, also, severity, citation } = finding;
  const form = formOf(typeOf(entry.announcement.category, entry.announcement.type));
  const { tree } = readTree(entry.frontMatter, FRONT_MATTER_LINE, labels);
  const spanOf = (path: string): Span => placeOf(tree!, path.split('.'), form);
  const field = form.find(({ key }) => key === at.split('.')[0])?.label;
  const said = diagnostic(entry.file, code, {
    ...spanOf(at),
    ...(field === undefined ? {} : { field }),
    message,
    ...(help === undefined ? {} : { help }),
    ...(citation === undefined ? {} : { citation }),
    ...(also === undefined ? {} : { labels: [{ ...spanOf(also.at), text: also.text }] }),
  });
  return severity === undefined ? said : { ...said, severity };
}
