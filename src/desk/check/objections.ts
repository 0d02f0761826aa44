import { remedyIn } from '../../core/announcement/kind.ts';
import { formOf, type Announcement } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import type { DeskFinding } from '../../core/desk/api.ts';
import { codeOf } from '../../core/diagnostic.ts';
import type { ExistingAnnouncements } from '../../core/proposals/existing.ts';

/** What dates and law have against a form that is not whole yet, of which the check can only say what is missing. */
export const objectionsTo = (
  part: Announcement,
  spec: TypeSpec,
  existing: ExistingAnnouncements,
): readonly DeskFinding[] =>
  existing.objections(part).map((finding) => {
    const { code, severity, message, citation, at } = finding;
    const { help } = remedyIn(finding);
    const field = formOf(spec).find(({ key }) => key === at.split('.')[0])?.label;
    return {
      ...{ code, severity: severity ?? codeOf(code).severity, message, field },
      ...(help !== undefined && { help }),
      ...(citation !== undefined && { citation }),
    };
  });
