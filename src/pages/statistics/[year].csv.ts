import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import type { Period } from '../../core/statistics/period.ts';
import { yearTable } from '../../site/statistics/table.ts';
import { countedYears, yearPage } from '../../site/statistics/year.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  countedYears(edition).map((period) => ({ params: { year: String(period.year) }, props: { period } }));

export const GET: APIRoute<{ period: Period }> = ({ props }) =>
  new Response(toCsv(yearTable(yearPage(edition, props.period))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
