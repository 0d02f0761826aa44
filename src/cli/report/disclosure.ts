import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspectAttachments } from '../../core/corpus/inspect.ts';
import type { Corpus, DisclosureItem } from '../../core/corpus/corpus.ts';
import { classesOf } from '../../core/disclosure/class.ts';
import { countDocuments, type DocumentCount } from '../../core/disclosure/documents.ts';
import { fullTextOf, type FullText } from '../../core/disclosure/full-text.ts';
import { nextIndex } from '../../core/disclosure/next-index.ts';
import { byNewest } from '../../core/disclosure/order.ts';
import { reportDraft } from '../../core/disclosure/report-draft.ts';
import { countBlanks } from '../../core/disclosure/report-tables.ts';
import { catalogueSentence, countClasses, type ClassCount } from '../../core/disclosure/sentence.ts';
import type { YearlyDisclosure } from '../../core/statistics.ts';
import { lastDay, firstDay, type Period } from '../../core/statistics/period.ts';
import { SettingsError } from '../../settings.ts';
import { itemHasText } from '../../site/disclosure/full-text.ts';

/** What is known of a year for its annual report on open government. */
interface YearOfCatalogue {
  text: string;
  classes: readonly ClassCount[];
  fullText: FullText;
  documents: readonly DocumentCount[];
  draft: string;
}

/** Counts the catalogue of a period and makes the draft of its report. Opens the attachments that texts hang on. */
export function catalogueOfYear(
  { disclosure, site }: Pick<Corpus, 'disclosure' | 'site'>,
  period: Period,
  announced: Pick<YearlyDisclosure, 'text'>,
  contentDir: string,
): YearOfCatalogue {
  const { year, toMonth } = period;
  const published = disclosure.filter(
    ({ fields }) =>
      fields.openness === 'published' &&
      fields.publishedOn >= firstDay(period) &&
      fields.publishedOn <= lastDay(period),
  );
  const classes = countClasses(published, classesOf(site));
  const fullText = fullTextsOf(published, contentDir);
  const text = catalogueSentence({
    year,
    toMonth,
    centre: site?.centreShortName ?? '中心',
    classes,
    fullText,
  });
  const own = [site?.centreName, site?.organiser].filter((name) => name !== undefined);
  const documents = countDocuments(disclosure, year, own);
  const newest = disclosure.toSorted(byNewest);
  const draft = reportDraft({
    year,
    publisher: site?.centreName ?? '',
    class: newest.find(({ fields }) => fields.part === 'annual-report')?.fields.class,
    index:
      newest[0] &&
      nextIndex(
        newest[0].fields.index,
        disclosure.map(({ fields }) => fields.index),
      ),
    sentences: [announced.text, text],
    documents,
  });
  return { text, classes, fullText, documents, draft };
}

/** Only files that a text hangs on are opened. */
function fullTextsOf(items: readonly DisclosureItem[], contentDir: string): FullText {
  const pathOf = ({ file }: DisclosureItem, name: string): string => join(contentDir, dirname(file), name);
  const paths = items
    .filter((item) => itemHasText(item, () => undefined) !== true)
    .flatMap((item) => item.attachments.map(({ file }) => pathOf(item, file)));
  const seen = new Map(inspectAttachments(paths).map(({ hasWords }, at) => [paths[at], hasWords]));
  return fullTextOf(items.map((item) => itemHasText(item, (file) => seen.get(pathOf(item, file)))));
}

/** The sentence, the classes, what could not be counted and why. */
export function wordsOfCatalogue({ text, classes, fullText, documents, draft }: YearOfCatalogue): string {
  const unknown = documents.flatMap((one) =>
    'unknown' in one ? [`· ${one.name}的件数：${one.unknown}`] : [],
  );
  return [
    text,
    '',
    ...classes.map(({ name, count }) => `${name}  ${count} 条`),
    `有全文的  ${fullText.withText} / ${fullText.total}`,
    ...(fullText.unknown > 0 ? [`附件没有能看完的  ${fullText.unknown} 条，所以算不出全文电子化率`] : []),
    '',
    `年度报告里有 ${countBlanks(draft)} 处〔待填〕，要照实填写；没有发生的由您写 0。`,
    ...unknown,
  ].join('\n');
}

/**
 * Writes the draft where there is nothing yet.
 * @throws {SettingsError} when there is a file, or it cannot be written
 */
export function writeDraft(path: string, draft: string): void {
  try {
    writeFileSync(path, draft, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'EEXIST' ? '已经有这个文件，没有覆盖；换一个文件名' : '写不进去；核对文件夹在不在';
    throw new SettingsError(`${path}：${reason}。`, { cause });
  }
}
