import type { PageRecord, Told } from './page-record.ts';

/** Pages that are one announcement; `first` is the one it is made of. */
interface Group {
  first: PageRecord;
  all: readonly PageRecord[];
}

/**
 * Pages with the same words on the same day are one announcement: in two columns, on the twin for telephones. What has
 * the title of another and other words is told and stays by itself.
 */
export function oneOfEach(
  records: readonly PageRecord[],
  tell: (page: string, finding: Told) => void,
): { groups: readonly Group[]; merged: ReadonlyMap<string, string> } {
  const usable = records.filter(
    ({ state, body, publishedAt }) => state !== 'refused' && body !== undefined && publishedAt !== undefined,
  );
  const groups: Group[] = [];
  const merged = new Map<string, string>();
  for (const same of Map.groupBy(
    usable,
    ({ body, publishedAt }) => `${publishedAt!.slice(0, 10)} ${body!}`,
  ).values()) {
    const all = same.toSorted(byWorth);
    const [first] = all;
    if (first!.state !== 'ready') continue;
    groups.push({ first: first!, all });
    for (const { page } of all.slice(1)) {
      merged.set(page, first!.page);
      tell(page, { code: 'G108', message: `与 ${first!.page} 相同，合成一份` });
    }
  }
  groups.sort((a, b) => (a.first.page < b.first.page ? -1 : 1));
  tellSameTitles(groups, tell);
  return { groups, merged };
}

/** What is ready and complete first, then the shorter path, which is no twin's, then the order of letters. */
function byWorth(a: PageRecord, b: PageRecord): number {
  const worth = ({ state, isWhole }: PageRecord): number => (state === 'ready' ? 0 : 2) + (isWhole ? 0 : 1);
  return (
    worth(a) - worth(b) ||
    Number(isTwin(a.page)) - Number(isTwin(b.page)) ||
    a.page.length - b.page.length ||
    (a.page < b.page ? -1 : 1)
  );
}

const isTwin = (page: string): boolean => /(?:^|\/)(?:m|wap|mobile|3g|phone)[./]/iu.test(page);

function tellSameTitles(groups: readonly Group[], tell: (page: string, finding: Told) => void): void {
  const byTitle = Map.groupBy(
    groups,
    ({ first: { category, title } }) => `${category!} ${title!.replace(/\s/gu, '')}`,
  );
  for (const same of byTitle.values()) {
    if (same.length < 2) continue;
    for (const { first } of same) {
      const other = same.find((one) => one.first !== first)!.first;
      const more = same.length > 2 ? ` 等 ${same.length - 1} 页` : '';
      tell(first.page, {
        code: 'G119',
        message: `与 ${other.page}${more} 标题相同，内容不同`,
        help: '对照两页；有一页不该要的，在 import-answers.yaml 里写 不采用',
      });
    }
  }
}
