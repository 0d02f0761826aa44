import type { Field } from '../announcement/field.ts';
import { formOf, type Announcement } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { proposeDate } from '../drafting/dates.ts';
import { earliestPublication, type Earliest } from '../drafting/earliest.ts';
import { answerOf, partOf, type Answers } from '../drafting/draft.ts';
import { carriedKeys, proposeId, proposeProjectCode, proposeTitle } from '../drafting/names.ts';
import { shortNamesOf } from '../screen/short-name.ts';
import type { ExistingAnnouncements } from './existing.ts';

/** Characters that a line of a board has room for at five metres. */
const ROOM_ON_BOARD = 10;

/** What is proposed for the fields of one announcement, from the calendar, the rules and the earlier announcement. */
export class Proposals {
  readonly #archive: ExistingAnnouncements;
  readonly #spec: TypeSpec;
  readonly #now: string;

  constructor(archive: ExistingAnnouncements, spec: TypeSpec, now: string) {
    this.#archive = archive;
    this.#spec = spec;
    this.#now = now;
  }

  /** A value for a field, in the words a clerk would write. */
  forField(field: Field, answers: Answers): string | undefined {
    const part = partOf(answers)!;
    const parentId = answerOf(answers, '关联公告');
    const parent = this.#archive.inForce(parentId);
    if (field.key === 'title' && parent && parentId !== undefined) {
      const earlier = this.#archive.followersOf(parentId, this.#spec).length;
      return proposeTitle(this.#spec, parent.title, earlier + 1);
    }
    if (field.key === 'shortName') return this.#shortName(part);
    if (field.key === 'projectCode' && !parent) {
      return proposeProjectCode(this.#spec.category, this.#archive.projectCodes, this.#year(part));
    }
    return (
      proposeDate(field, {
        part,
        now: this.#now,
        notBefore: this.earliest(answers)?.at,
        calendar: this.#archive.content.corpus.calendar,
        objectedTo: (tried) => new Set(this.#archive.objections(tried).map(({ at }) => at)),
      }) ??
      (parent && this.#carried(field, parent))
    );
  }

  /** Before which it cannot be published, by what it follows. */
  earliest(answers: Answers): Earliest | undefined {
    return earliestPublication(this.#spec, this.#archive.lineInForce(answerOf(answers, '关联公告')));
  }

  id(answers: Answers): string | undefined {
    const part = partOf(answers)!;
    return proposeId(
      {
        spec: this.#spec,
        projectCode: answerOf(answers, '项目编号'),
        related: answerOf(answers, '关联公告'),
        year: this.#year(part),
      },
      this.#archive.content.corpus.ids,
    );
  }

  /** As long as a board of the hall has room for, where the title has such a name in it. */
  #shortName({ title }: Partial<Announcement>): string | undefined {
    if (title === undefined) return undefined;
    const names = shortNamesOf(title, this.#archive.content.corpus.site?.regions ?? []);
    return names.find((name) => [...name].length <= ROOM_ON_BOARD) ?? names.at(-1);
  }

  #year(part: Announcement): string {
    return (part.publishedAt ?? this.#now).slice(0, 4);
  }

  /** What the earlier announcement says of the matter; of a result, what the first candidate offered. */
  #carried(field: Field, parent: Announcement): string | undefined {
    // Of candidates in no order none is proposed.
    const first = 'candidates' in parent ? parent.candidates?.find(({ rank }) => rank === 1) : undefined;
    if (first && field.key === 'winner') return first.name;
    if (first && field.key === 'awardFen' && 'bidFen' in first && first.bidFen !== undefined)
      return field.kind!.print(first.bidFen);
    const value = (parent as unknown as Readonly<Record<string, unknown>>)[field.key];
    const same = formOf(this.#archive.specOf(parent)).find(({ key }) => key === field.key);
    if (value === undefined || same?.kind?.name !== field.kind?.name) return undefined;
    return carriedKeys(this.#spec).has(field.key) ? field.kind!.print(value) : undefined;
  }
}
