import { shelfOf, type Shelf } from '../../../src/core/kiosk/shelf.ts';
import { toSpelling } from '../../../src/core/pinyin.ts';
import { toCatalogue, type Catalogue, type CatalogueRow } from '../../../src/core/search/catalogue.ts';

/** An announcement of which a test says no more than it needs. */
export const announced = (given: Partial<CatalogueRow>): CatalogueRow => ({
  id: given.title ?? 'notice',
  title: '通知',
  category: 'general',
  categoryTerm: '通知公告',
  type: 'notice',
  typeTerm: '通知',
  stage: 'notice',
  publishedAt: '2026-03-02T09:00:00+08:00',
  ...given,
});

/** A call that can be joined until a moment. */
export const call = (title: string, until: string, given: Partial<CatalogueRow> = {}): CatalogueRow =>
  announced({
    title,
    category: 'construction',
    type: 'tender-notice',
    typeTerm: '招标公告',
    deadline: { label: '投标截止', value: until, text: until },
    ...given,
  });

export const yearOf = (rows: readonly CatalogueRow[]): Catalogue =>
  toCatalogue(rows[0]!.publishedAt.slice(0, 4), rows);

/** Years as a kiosk holds them, from rows of which the newest stand first. */
export const shelvesOf = (rows: readonly CatalogueRow[]): readonly Shelf[] =>
  [...Map.groupBy(rows, ({ publishedAt }) => publishedAt.slice(0, 4)).values()].map((own) => {
    const catalogue = yearOf(own);
    return shelfOf(catalogue, toSpelling(catalogue));
  });
