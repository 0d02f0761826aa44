import { CATEGORIES } from '../../src/core/announcement/category.ts';
import { formOf, typeOf, type Announcement } from '../../src/core/announcement/schema.ts';
import type { Spelling } from '../../src/core/kiosk/spelling.ts';
import { factOf } from '../../src/core/announcement/fact.ts';
import { byNewest, type Row } from '../../src/core/listing.ts';
import { toSpelling } from '../../src/core/pinyin.ts';
import { toCatalogue, type Catalogue, type CatalogueRow } from '../../src/core/search/catalogue.ts';
import type { Draft } from './archive/draft.ts';
import { draftsOf } from './generate.ts';

/** One year as a kiosk fetches it. */
export interface ArchiveYear {
  catalogue: Catalogue;
  spelling: Spelling;
}

/** The rows of a made-up archive, the newest first: no file is written, nothing checked, no correction applied. */
export const archiveRows = (count: number, seed = '1'): readonly CatalogueRow[] =>
  draftsOf(count, seed).map(rowOf).sort(byNewest);

/** Its years, the newest first. */
export const archiveYears = (count: number, seed = '1'): readonly ArchiveYear[] =>
  [...Map.groupBy(archiveRows(count, seed), ({ publishedAt }) => publishedAt.slice(0, 4))].map(
    ([year, rows]) => archiveYear(year, rows),
  );

export function archiveYear(year: string, rows: readonly CatalogueRow[]): ArchiveYear {
  const catalogue = toCatalogue(year, rows);
  return { catalogue, spelling: toSpelling(catalogue) };
}

function rowOf(draft: Draft): CatalogueRow {
  const { id, category, type } = draft;
  const spec = typeOf(category, type);
  const announcement = valuesOf(draft) as unknown as Announcement;
  const fact = (role: Parameters<typeof factOf>[1]) => factOf(announcement, role);
  const { title, region, projectCode } = announcement as Announcement & { projectCode?: string };
  const deadline = fact('deadline') as Row['deadline'];
  const [from, until] = [fact('publicity-from'), fact('publicity-until')];
  return {
    id,
    title,
    category,
    categoryTerm: CATEGORIES[category],
    type,
    typeTerm: spec.term,
    stage: spec.stage,
    publishedAt: announcement.publishedAt,
    agency: fact('agency'),
    ...defined({
      region,
      projectCode,
      principal: fact('principal'),
      amount: fact('amount'),
      winner: fact('winner'),
      price: fact('price'),
      deadline,
      publicity: from && until && { from: String(from.value), until: String(until.value) },
    }),
  };
}

/** The plain values of a draft, read as the check reads them. */
function valuesOf({ category, type, publishedAt, fields }: Draft): Readonly<Record<string, unknown>> {
  const written = { ...fields, publishedAt };
  const values = formOf(typeOf(category, type)).flatMap(({ key, kind }) => {
    const text = (written as Readonly<Record<string, unknown>>)[key];
    const parsed = kind && typeof text === 'string' ? kind.parse(text) : undefined;
    return parsed && 'value' in parsed ? [[key, parsed.value] as const] : [];
  });
  return { ...Object.fromEntries(values), category, type };
}

const defined = <T extends object>(given: { [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
