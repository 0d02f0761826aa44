import { answersFor, type AllAnswers } from './answers.ts';
import type { Joined } from './join.ts';
import type { PageRecord, Told } from './page-record.ts';
import type { Publisher } from './publish.ts';
import { resultOf, type PageResult } from './result.ts';

/** What became of every page, with all that is told of it: when it was read, beside others, and when it was written. */
export function resultsOf(
  records: readonly PageRecord[],
  joined: Joined,
  written: ReadonlyMap<string, 'whole' | 'legacy'>,
  refusals: ReadonlyMap<string, readonly Told[]>,
  { changed }: Publisher,
  answers: AllAnswers,
): readonly PageResult[] {
  const ids = new Map(joined.plans.map(({ page, id }) => [page, id]));
  return records.map((record): PageResult => {
    const { page } = record;
    const sameAs = joined.merged.get(page);
    const edited: readonly Told[] = changed.has(page)
      ? [
          {
            code: 'G125',
            message: '导入以后有人改过这份公告，没有覆盖',
            help: '要重新导入的，先把它的文件移走',
          },
        ]
      : [];
    const all = [
      ...record.findings,
      ...(joined.told.get(page) ?? []),
      ...(refusals.get(page) ?? []),
      ...edited,
    ];
    // Who has looked and takes a page as it is has answered its doubts.
    const findings =
      answersFor(answers, page)?.take === true
        ? all.filter(({ code }) => !['G111', 'G119'].includes(code))
        : all;
    const result = resultOf(record, written.get(page), sameAs, findings);
    const id = written.has(page) ? ids.get(page) : sameAs === undefined ? undefined : ids.get(sameAs);
    return {
      record,
      result,
      findings,
      ...(id !== undefined && { id }),
      ...(sameAs !== undefined && { sameAs }),
    };
  });
}
