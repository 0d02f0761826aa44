import type { Instant } from './announcement/instant.ts';
import { isLegacy } from './announcement/legacy.ts';
import { checkAttached } from './attached.ts';
import { checkAhead, checkErrataAhead } from './check/ahead.ts';
import { checkDisclosed, checkItemsAhead } from './check/disclosed.ts';
import { place } from './check/place.ts';
import { checkPublished, type Recall } from './check/published.ts';
import { checkScreens, checkKiosks } from './check/screens.ts';
import { sitePages } from './check/site-pages.ts';
import { checkWords } from './check/words.ts';
import type { SitePages } from './body/site-links.ts';
import type { Inspect } from './corpus/attachment-content.ts';
import type { Corpus, Entry, Words } from './corpus/corpus.ts';
import { loadCorpus } from './corpus/load.ts';
import { namedIn } from './corpus/connected.ts';
import { collectionOf, type Collection } from './edition.ts';
import type { Diagnostic, Finding } from './diagnostic.ts';
import { applyExceptions, type Excused } from './exceptions.ts';
import { checkOldAddresses, type OwnAddresses } from './old-addresses.ts';
import { checkAttachedText, checkMatters, onceOfASum } from './plausible.ts';
import { linkAnnouncements, type Links } from './project.ts';
import { relatedOf } from './project/links.ts';
import { checkCorrectedOrder } from './rules/corrected-order.ts';
import { checkDateOrder } from './rules/date-order.ts';
import { checkContentsWith, checkRules, type Judged } from './rules/judge.ts';
import type { Facts } from './rules/matter.ts';
import { checkNotices } from './screen.ts';
import { checkPlausible } from './wording/plausible.ts';
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
 * without it nothing is held against that. `nowFor` gives the present
 * moment of a site, where it is to be asked what is published ahead of its time.
 */
export function check(
  contentDir: string,
  about?: ReadonlySet<string>,
  inspect: Inspect = () => [],
  recall: Recall = () => undefined,
  nowFor: (site: Corpus['site']) => Instant | undefined = () => undefined,
): CheckedContent {
  const corpus = loadCorpus(contentDir, about);
  const now = nowFor(corpus.site);
  const { found, content } = findIn(corpus, { contentDir, about, opened: about, inspect, recall, now });
  const { collection } = content;
  return settle(content, [
    ...found,
    ...(about ? [] : checkDisclosed(corpus.disclosure, contentDir, inspect)),
    ...checkHall(collection),
  ]);
}

/** How a corpus is looked at; see `check`. */
interface Look {
  contentDir: string;
  about: ReadonlySet<string> | undefined;
  /** Ids whose attachments are opened; nothing means the newest. */
  opened: ReadonlySet<string> | undefined;
  inspect: Inspect;
  recall: Recall;
  now: Instant | undefined;
  /** Tells and answers what the links of a file ask about the site; without it the corpus answers alone. */
  pagesFor?: (words: Words, pages: SitePages) => SitePages;
}

/** Content that was read and linked, before its findings are put in order. */
type Content = Omit<CheckedContent, 'findings' | 'excused'>;

/**
 * Checks what was read, all but what depends on the whole archive at once: the screens of the hall and the attachments
 * of the disclosure catalogue. Of a part of the archive that holds whole matters, what is found is what a check of all
 * finds there.
 */
export function findIn(corpus: Corpus, look: Look): { found: readonly Diagnostic[]; content: Content } {
  const { contentDir, about, opened, inspect, recall, now, pagesFor = (_, known) => known } = look;
  const links = linkAnnouncements(corpus.entries, corpus.ids);
  const collection = collectionOf(corpus, links);
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const { judgements, matters, findings: statutory } = judgeAll(corpus, links);
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  // What an old site published stays as it was.
  const judged = corpus.current.filter(({ announcement }) => !isLegacy(announcement));
  const order = [
    ...judged.flatMap(({ id, announcement }) => checkDateOrder(id, announcement)),
    ...checkCorrectedOrder(links.effective, (id) => correctionsIn(entries.get(id))),
  ];
  const unclear = unclearCorrections(links);
  const pages = sitePages(corpus);
  const placed = (finding: Finding): Diagnostic => place(entries.get(finding.id)!, finding);
  const found = [
    ...corpus.findings,
    ...[...corpus.entries, ...corpus.unreadable, ...corpus.pages, ...corpus.disclosure].flatMap((words) =>
      checkWords(words, pagesFor(words, pages)),
    ),
    ...onceOfASum([
      ...withoutGuesses(links.findings, corpus),
      ...order,
      // Dates in the wrong order have no time between them that could be too short.
      ...[
        ...statutory,
        ...checkMatters(matters),
        ...judged.flatMap(({ id, announcement }) => checkPlausible(id, announcement)),
      ]
        .filter(({ id, at }) => !order.some((other) => other.id === id && other.at === at))
        .filter(({ id }) => !unclear.has(id)),
      ...judged.flatMap(({ id, announcement }) => checkTotals(id, announcement)),
      ...checkOldAddresses(corpus.entries, ownAddresses(corpus)),
      ...checkAttached(
        corpus.entries,
        opened,
        ({ file }, name) => `${contentDir}/${file.replace(/[^/]*$/u, () => name)}`,
        inspect,
        (id, read) => [...checkAttachedText(byId.get(id), read), ...checkContentsWith(byId.get(id), read)],
      ),
      ...(now === undefined ? [] : [...checkAhead(corpus, now), ...checkErrataAhead(corpus, now)]),
    ]).map(placed),
    ...(now === undefined ? [] : checkItemsAhead(corpus.disclosure, now)),
    ...checkKiosks(corpus),
    ...checkPublished(corpus, { contentDir, about, recall, place: placed }),
  ];
  return { found, content: { corpus, links, collection, judgements } };
}

/** What is wrong with the screens of the hall, and with what announcements say on them. */
export const checkHall = (collection: Collection): readonly Diagnostic[] => [
  ...checkScreens(collection),
  ...checkNotices(collection).map(({ announcement, ...fault }) =>
    place(collection.entry(announcement), { id: announcement, ...fault }),
  ),
];

/** Content with its findings in order, echoes and what its announcements excuse taken out. */
export function settle(content: Content, found: readonly Diagnostic[]): CheckedContent {
  const { corpus } = content;
  const entries = new Map(corpus.entries.map((entry) => [entry.id, entry]));
  const { findings, excused, faults } = applyExceptions(corpus.entries, withoutEchoes(found).sort(byPlace));
  const placed = faults.map((finding) => place(entries.get(finding.id)!, finding));
  return { ...content, excused, findings: [...findings, ...placed].sort(byPlace) };
}

/** The site's own pages and those of content/. */
function ownAddresses({ pages, site, taken }: Corpus): OwnAddresses {
  const named = new Set(pages.map(({ id }) => id));
  return {
    has: (name) => taken.has(name) || named.has(name.toLowerCase()),
    base: site?.basePath ?? '/',
  };
}

/** What a field says itself of its value, by the code that the words of its line would say it again with. */
const ECHOES: Readonly<Record<string, string>> = {
  C203: 'F301',
  P102: 'F315',
  P104: 'F315',
  C202: 'F333',
  C208: 'F302',
};

/** A field for an office line says itself that a mobile number is none, a date that there is no such day. */
function withoutEchoes(findings: readonly Diagnostic[]): Diagnostic[] {
  const lineOf = (code: string | undefined, { file, line }: Diagnostic): string => `${code!} ${file}:${line}`;
  const told = new Set(findings.map((finding) => lineOf(finding.code, finding)));
  return findings.filter((finding) => {
    const echoed = ECHOES[finding.code];
    return echoed === undefined || !told.has(lineOf(echoed, finding));
  });
}

const correctionsIn = (entry: Entry | undefined): Facts['corrections'] =>
  (entry?.announcement as Facts | undefined)?.corrections;

/**
 * What is in force is not known where a correction of the same announcement could not be read; that it is not what the
 * next correction says would be an echo. So is what a correction changes where it names an announcement that it cannot
 * follow.
 */
function withoutGuesses(findings: readonly Finding[], { entries, unreadable }: Corpus): readonly Finding[] {
  const shaken = new Set(unreadable.flatMap(({ frontMatter }) => namedIn(frontMatter).related));
  const named = new Set(
    entries.filter(({ announcement }) => shaken.has(relatedOf(announcement) ?? '')).map(({ id }) => id),
  );
  const misled = new Set(findings.filter(({ code }) => MISLEADING.has(code)).map(({ id }) => id));
  return findings.filter(
    ({ code, id }) => !(code === 'L107' && named.has(id)) && !(IN_ANOTHER.has(code) && misled.has(id)),
  );
}

/** What says that an announcement names the wrong one, and what would then be said of what stands in that one. */
const MISLEADING: ReadonlySet<string> = new Set(['L102', 'L105']);
const IN_ANOTHER: ReadonlySet<string> = new Set(['L106', 'L107', 'L108', 'L112', 'L117', 'L120', 'L121']);

/** Corrections of which it is not known what they change; the law waits until it is. */
const unclearCorrections = ({ findings }: Links): ReadonlySet<string> =>
  new Set(findings.filter(({ code }) => ['L106', 'L107', 'L108'].includes(code)).map(({ id }) => id));

const judgeAll = ({ entries, calendar, site, findings }: Corpus, { effective }: Links): Judged =>
  checkRules(
    { entries, effective, calendar, local: site?.localPeriods ?? [] },
    findings.some(({ file, severity }) => severity === 'error' && /^calendar(?:\/|$)/u.test(file)),
  );

/** Whether nothing stands against publication. */
export const isPublishable = (findings: readonly Diagnostic[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');

/** By file, then place. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.code < b.code ? -1 : 1);
