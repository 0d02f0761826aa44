import type { Edition } from '../core/edition.ts';
import { addressOf, noQuestion, type Question } from '../core/search/question.ts';
import { select } from '../core/search/select.ts';
import { shelfOf } from '../core/search/shelf.ts';
import { partsOf, searchable } from '../core/search/text.ts';
import { catalogues, searchRecords } from './search.ts';

/** A worked search: what it is for, its address, and how many announcements it finds. */
export interface Example {
  text: string;
  href: string;
  count: number;
}

/**
 * Eight ways to ask, of all years and of nothing that the clock decides, so that a count stays true until an
 * announcement is added. What finds nothing here is no example.
 */
export function searchExamples(edition: Edition): readonly Example[] {
  const shelves = catalogues(edition).map(({ catalogue }) => shelfOf(catalogue));
  const now = Date.parse(edition.now);
  return questions(edition).flatMap(({ text, ...asked }) => {
    const question: Question = { ...noQuestion, scope: 'all', ...asked };
    const inBodies = question.words === '' ? undefined : inBodiesOf(edition, question.words);
    const count = select(shelves, question, { now, inBodies }).hits.length;
    return count > 0 ? [{ text, href: edition.address(`search/${addressOf(question)}`), count }] : [];
  });
}

/** The announcements that have all words somewhere in their text: what the full-text index answers. */
function inBodiesOf(edition: Edition, words: string): ReadonlySet<string> {
  const parts = partsOf(words);
  const records = searchRecords(edition).filter(({ sections }) => {
    const forms = sections.map(searchable);
    return parts.every((part) => forms.some((form) => form.includes(part)));
  });
  return new Set(records.map(({ id }) => id));
}

type Asked = Partial<Question> & { text: string };

function questions(edition: Edition): readonly Asked[] {
  const code = commonest(edition.rows().map(({ projectCode }) => projectCode));
  const buyer = commonest(edition.rows().map(({ principal }) => principal?.text));
  const month = commonest(edition.rows().map(({ deadline }) => deadline?.value.slice(0, 7)));
  const region = commonest(edition.rows().map((row) => (row.stage === 'call' ? row.region : undefined)));
  return [
    { text: '正文里写到“营业执照”', words: '营业执照' },
    { text: '既有“道路”又有“施工”', words: '道路 施工' },
    ...(code === undefined ? [] : [{ text: `项目 ${code} 的全部公告`, code }]),
    ...(buyer === undefined ? [] : [{ text: `${buyer}发布的公告`, buyer }]),
    ...(region === undefined
      ? []
      : [{ text: `${region}的招标公告`, regions: [region], types: ['tender-notice'] }]),
    { text: '500万元以上的建设工程', categories: ['construction'], min: 500_000_000 },
    { text: '更正过的公告', statuses: ['corrected'] },
    ...(month === undefined
      ? []
      : [{ text: `${month.replace('-', '年')}月截止的项目`, ...closingIn(month) }]),
  ] satisfies readonly Asked[];
}

const closingIn = (month: string): Partial<Question> => ({
  closesFrom: `${month}-01`,
  closesTo: `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}`,
});

/** The value that most announcements have; of equals the one met first, which is the newest. */
function commonest(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
