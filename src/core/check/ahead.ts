import type { Instant } from '../announcement/instant.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Finding } from '../diagnostic.ts';

/** A time of publication that has not come does not hold an announcement back: readers see it at once. */
export const checkAhead = ({ current }: Pick<Corpus, 'current'>, now: Instant): readonly Finding[] =>
  current.flatMap(({ id, announcement: { timed, publishedAt } }): Finding[] =>
    timed === true || publishedAt <= now
      ? []
      : [
          {
            code: 'K107',
            id,
            at: 'publishedAt',
            message: '发布时间还没有到，生成网站以后马上就能看到',
            help: '改成现在的时间；要到时候再发布的，加一行 定时: 是',
          },
        ],
  );

/** An erratum of a time that has not come would be read before it was made. No error: a clock may be slow. */
export const checkErrataAhead = ({ current }: Pick<Corpus, 'current'>, now: Instant): readonly Finding[] =>
  current.flatMap(({ id, announcement: { errata = [] } }) =>
    errata.flatMap(({ at }, index): Finding[] =>
      at <= now
        ? []
        : [
            {
              code: 'K107',
              id,
              at: `errata.${index}.at`,
              message: '勘误的时间还没有到，生成网站以后马上就能看到',
              help: '改成现在的时间',
            },
          ],
    ),
  );
