import type { APIRoute } from 'astro';
import type { Period } from '../../core/statistics/period.ts';
import { toXlsx } from '../../core/xlsx.ts';
import { XLSX } from '../../site/datasets.ts';
import { yearTable } from '../../site/statistics/table.ts';
import { countedYears, yearPage } from '../../site/statistics/year.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  countedYears(edition).map((period) => ({ params: { year: String(period.year) }, props: { period } }));

export const GET: APIRoute<{ period: Period }> = async ({ props }) => {
  const page = yearPage(edition, props.period);
  return new Response(await toXlsx({ name: page.title, table: yearTable(page) }), {
    headers: { 'Content-Type': XLSX },
  });
};
