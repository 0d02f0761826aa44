import type { Edition, View } from '../core/edition.ts';
import { byNewest, type Row } from '../core/listing.ts';
import { toCatalogue } from '../core/search/catalogue.ts';
import { addressOf, noQuestion, type Question } from '../core/search/question.ts';
import { select } from '../core/search/select.ts';
import { shelfOf } from '../core/search/shelf.ts';
import { partsOf, searchable } from '../core/search/text.ts';
import { catalogueRow } from './catalogues.ts';
import { searchRecord } from './search.ts';

/** A worked search: what it is for, its address, and how many announcements it finds. */
export interface Example {
  text: string;
  href: string;
  count: number;
}

type Asked = Partial<Question>;

/** What of an announcement an example may ask for: its values, of which the commonest are asked. */
type Asking = 'code' | 'buyer' | 'region' | 'closing';

/** Examples that ask for no value, by what they are for. */
const FIXED: Readonly<Record<string, Asked>> = {
  '正文里写到“营业执照”': { words: '营业执照' },
  '既有“道路”又有“施工”': { words: '道路 施工' },
  '500万元以上的建设工程': { categories: ['construction'], min: 500_000_000 },
  更正过的公告: { statuses: ['corrected'] },
};

/** Where an announcement stands by the time. */
type Placed = Pick<Row, 'id' | 'publishedAt'>;

const TENDER = 'tender-notice';

/** The announcements that each example finds, and those that have each value that one may ask for. */
export const EXAMPLES: View<Placed> = {
  name: 'search examples',
  *map(edition, id) {
    const row = edition.row(id);
    if (row.withdrawn) return;
    const placed = { id, publishedAt: row.publishedAt };
    const finds = finderOf(edition, id);
    for (const [text, asked] of Object.entries(FIXED)) if (finds(asked)) yield [`example ${text}`, placed];
    for (const [asking, value] of valuesOf(row)) yield [`${asking} ${value}`, placed];
    if (row.region !== undefined && finds({ types: [TENDER] })) yield [`tender ${row.region}`, placed];
  },
};

function valuesOf({ projectCode, principal, deadline, stage, region }: Row): readonly [Asking, string][] {
  const values: readonly [Asking, string | undefined][] = [
    ['code', projectCode],
    ['buyer', principal?.text],
    ['closing', deadline?.value.slice(0, 7)],
    ['region', stage === 'call' ? region : undefined],
  ];
  return values.filter((one): one is [Asking, string] => one[1] !== undefined);
}

/** Whether the search finds an announcement, by its line of the catalogue and by its text. */
function finderOf(edition: Edition, id: string): (asked: Asked) => boolean {
  const row = catalogueRow(edition, id);
  const shelf = shelfOf(toCatalogue(row.publishedAt.slice(0, 4), [row]));
  const forms = searchRecord(edition, id).sections.map(searchable);
  return (asked) => {
    const question: Question = { ...noQuestion, scope: 'all', ...asked };
    // What the full-text index answers.
    const isInBody = partsOf(question.words).every((part) => forms.some((form) => form.includes(part)));
    // Nothing that is asked here depends on the moment.
    return select([shelf], question, { now: 0, inBodies: new Set(isInBody ? [id] : []) }).hits.length > 0;
  };
}

/**
 * Eight ways to ask, of all years and of nothing that the clock decides, so that a count stays true until an
 * announcement is added. What finds nothing here is no example.
 */
export function searchExamples(edition: Edition): readonly Example[] {
  return examples(edition).flatMap(({ text, count, ...asked }) => {
    const href = edition.address(`search/${addressOf({ ...noQuestion, scope: 'all', ...asked })}`);
    return count > 0 ? [{ text, href, count }] : [];
  });
}

function examples(edition: Edition): readonly (Asked & { text: string; count: number })[] {
  const counts = edition.counts(EXAMPLES);
  const commonestOf = (asking: Asking): string | undefined => commonest(edition, counts, asking);
  const fixed = Object.entries(FIXED).map(([text, asked]) => ({
    text,
    count: counts.get(`example ${text}`) ?? 0,
    ...asked,
  }));
  const [code, buyer] = [commonestOf('code'), commonestOf('buyer')];
  const [region, month] = [commonestOf('region'), commonestOf('closing')];
  return [
    ...fixed.slice(0, 2),
    ...(code === undefined
      ? []
      : [{ text: `项目 ${code} 的全部公告`, code, count: countWith(counts, 'code', code) }]),
    ...(buyer === undefined
      ? []
      : [{ text: `${buyer}发布的公告`, buyer, count: countWith(counts, 'buyer', buyer) }]),
    ...(region === undefined
      ? []
      : [
          {
            text: `${region}的招标公告`,
            ...{ regions: [region], types: [TENDER] },
            count: counts.get(`tender ${region}`) ?? 0,
          },
        ]),
    ...fixed.slice(2),
    ...(month === undefined
      ? []
      : [
          {
            text: `${month.replace('-', '年')}月截止的项目`,
            ...closingIn(month),
            count: counts.get(`closing ${month}`)!,
          },
        ]),
  ];
}

const closingIn = (month: string): Asked => ({
  closesFrom: `${month}-01`,
  closesTo: `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}`,
});

type Counts = ReadonlyMap<string, number>;

/** The value that most announcements have; of equals that of the newest. */
function commonest(edition: Edition, counts: Counts, asking: Asking): string | undefined {
  const all = [...counts].filter(([key]) => key.startsWith(`${asking} `));
  const most = Math.max(...all.map(([, count]) => count));
  const [first] = all
    .filter(([, count]) => count === most)
    .map(([key]) => ({ key, newest: edition.newest(EXAMPLES, key, 1)[0]! }))
    .sort((a, b) => byNewest(a.newest, b.newest));
  return first?.key.slice(asking.length + 1);
}

/** How many have a value, alone or as a part: that is how the search compares it. */
function countWith(counts: Counts, asking: Asking, value: string): number {
  const sought = searchable(value);
  return [...counts]
    .filter(([key]) => key.startsWith(`${asking} `) && searchable(key.slice(asking.length)).includes(sought))
    .reduce((all, [, count]) => all + count, 0);
}
