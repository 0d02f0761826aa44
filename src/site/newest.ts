import type { Edition, View } from '../core/edition.ts';
import type { Category } from '../core/announcement/category.ts';
import type { Row } from '../core/listing.ts';

/** The announcements that stand: all, and those of each category. */
export const STANDING: View<string> = {
  name: 'standing',
  map: (edition, id) => {
    const { category, withdrawn } = edition.row(id);
    return withdrawn
      ? []
      : [
          ['all', id],
          [category, id],
        ];
  },
};

/** The newest announcements that stand, of one category where it is named. */
export const newestRows = (
  edition: Edition,
  count: number,
  category: Category | 'all' = 'all',
): readonly Row[] => edition.newest(STANDING, category, count).map((id) => edition.row(id));
