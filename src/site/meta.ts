import type { Edition } from '../core/edition.ts';
import type { AnnouncementPage } from './announcement.ts';

/** The article tags that rules for government sites ask of an announcement. */
export function articleMeta(
  edition: Edition,
  { title, row, source, description, path }: AnnouncementPage,
): readonly { name: string; content: string }[] {
  return [
    { name: 'ArticleTitle', content: title },
    { name: 'PubDate', content: row.publishedAt.slice(0, 16).replace('T', ' ') },
    { name: 'ContentSource', content: source },
    { name: 'Author', content: source },
    { name: 'Description', content: description },
    {
      name: 'Keywords',
      content: [row.categoryTerm, row.typeTerm, row.region, row.projectCode].filter(Boolean).join(','),
    },
    { name: 'Url', content: edition.absolute(path) },
  ];
}

/** The announcement in other forms: its dates for a calendar, its fields for a program. */
export const alternatesOf = ({
  calendarHref,
  dataHref,
}: AnnouncementPage): readonly { type: string; title: string; href: string }[] => [
  ...(calendarHref === undefined
    ? []
    : [{ type: 'text/calendar', title: '本公告的日期', href: calendarHref }]),
  { type: 'application/json', title: '本公告的数据', href: dataHref },
];
