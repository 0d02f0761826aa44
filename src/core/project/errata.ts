import { fieldNamed, type Field } from '../announcement/field.ts';
import { printInstant, printStart } from '../announcement/instant.ts';
import { formOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';

type Fault = Pick<Finding, 'code' | 'message'> & { help: string; key: 'field' | 'to' | 'at' };

/** Whether what each erratum says is what stands in the file now; otherwise no earlier version can be restored. */
export const checkErrata = (archive: LinkedAnnouncements): readonly Finding[] =>
  archive.entries.flatMap((entry) =>
    (entry.announcement.errata ?? []).flatMap((erratum, index): readonly Finding[] => {
      const faults = [faultOf(entry, erratum), untimely(entry, index)].filter((fault) => fault !== undefined);
      return faults.map(({ key, ...finding }) => ({
        ...finding,
        id: entry.id,
        at: `errata.${index}.${key}`,
      }));
    }),
  );

/** An erratum is made after the publication and after those before it; which version stood when is told by these times. */
function untimely({ announcement: { errata = [], publishedAt } }: Linked, index: number): Fault | undefined {
  const { at } = errata[index]!;
  const before = errata[index - 1]?.at;
  const fault = (message: string): Fault => ({
    ...{ code: 'L135', message, key: 'at' },
    help: '写公布这条勘误的时间；几条按先后写，后写的在下面',
  });
  if (at < publishedAt) return fault(`勘误的时间早于发布时间${printStart(publishedAt)}`);
  return before !== undefined && at < before
    ? fault(`勘误的时间早于前一条的 ${printInstant(before)}`)
    : undefined;
}

function faultOf(
  { announcement, body }: Linked,
  erratum: { field?: string | undefined; from: string; to: string },
): Fault | undefined {
  const { field: label, from, to } = erratum;
  if (from === to) return { code: 'L109', message: '“原”和“新”相同', help: '核对改了什么', key: 'to' };
  if (label === undefined) return bodyFault(body, to);
  const field = fieldNamed(formOf(specOf(announcement)), label);
  if (!field) {
    return {
      code: 'L116',
      message: `本公告没有“${label}”这一栏`,
      help: '核对栏目名；改的是正文就不写“字段”',
      key: 'field',
    };
  }
  if (!isWording(field)) {
    return { code: 'L116', message: `“${label}”不能用勘误改`, help: '另发一份更正公告', key: 'field' };
  }
  const current = (announcement as unknown as Readonly<Record<string, unknown>>)[field.key];
  if (current === to.normalize('NFC')) return undefined;
  const help = `把“${label}”改成勘误后的内容，或者核对“新”`;
  return { code: 'L115', message: `勘误的“新”与现在的“${label}”不一致`, help, key: 'to' };
}

function bodyFault(body: string, to: string): Fault | undefined {
  const count = body.normalize('NFC').split(to).length - 1;
  if (count === 1) return undefined;
  if (count === 0) {
    const help = '把正文改成勘误后的文字，一字不差';
    return { code: 'L115', message: '正文里找不到勘误的“新”', help, key: 'to' };
  }
  const message = `勘误的“新”在正文里出现了 ${count} 次，分不清是哪一处`;
  return { code: 'L115', message, help: '“原”和“新”都多写几个字，直到只有一处', key: 'to' };
}

/** Whether a field is words alone: who may take part, when and for how much is never a slip of the pen. */
const isWording = ({ key, kind }: Field): boolean => kind?.name === 'text' && key !== 'qualification';
