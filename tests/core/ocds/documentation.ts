import { typesIn } from '../../../src/core/announcement/schema.ts';
import { ROWS } from '../../../src/core/ocds/rows.ts';

/** The table of docs/ocds.md, as it is to stand there. */
export function tableOfTypes(): string {
  const rows = (['construction', 'procurement'] as const).flatMap((category) =>
    typesIn(category).map(({ id, term }) => {
      const row = Object.entries(ROWS[category]).find(([key]) => key === id)![1];
      return 'none' in row
        ? [category, `\`${id}\` ${term}`, '–', `no release: ${row.none}`]
        : [category, `\`${id}\` ${term}`, `\`${row.tag}\``, row.says];
    }),
  );
  return [['category', 'type', 'tag', 'its release sets'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
