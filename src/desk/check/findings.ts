import type { Words } from '../../core/corpus/corpus.ts';
import type { DeskFinding } from '../../core/desk/api.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { placesIn } from './places.ts';

/** Findings of the file of a draft, each where it stands on the form or in the body. */
export function toDeskFindings(
  findings: readonly Diagnostic[],
  words: Pick<Words, 'frontMatter' | 'body' | 'bodyLine'>,
  body: string,
): readonly DeskFinding[] {
  const placeOf = placesIn(words.frontMatter);
  const first = words.bodyLine + leadingLines(words.body) - leadingLines(body);
  const placed = findings.map((finding) => {
    const { code, severity, message, line, field } = finding;
    const isInBody = field === undefined && line >= words.bodyLine;
    return {
      ...{ code, severity, message },
      ...remedyFor(finding),
      ...(isInBody ? { bodyLine: Math.max(0, line - first) } : { field, ...inField(placeOf(line), field) }),
    };
  });
  return body.trim() === '' ? onceOfBody(placed) : placed;
}

/** A body that nobody has written is made from the fields: what is still open there is one matter. */
const onceOfBody = (findings: readonly DeskFinding[]): readonly DeskFinding[] =>
  findings.flatMap((finding, index) => {
    if (finding.bodyLine === undefined) return [finding];
    const isAgain = findings
      .slice(0, index)
      .some(({ code, bodyLine }) => code === finding.code && bodyLine !== undefined);
    return isAgain ? [] : [{ ...finding, help: '到“正文”这一步写' }];
  });

/** A line of another field is where the record starts that the finding speaks of; its own field has the last word. */
const inField = (place: ReturnType<ReturnType<typeof placesIn>>, field: string | undefined) =>
  field === undefined || place.field === field ? place : { field };

/** What to do, in one sentence. */
function remedyFor({ help, fix, example, citation }: Diagnostic): Pick<DeskFinding, 'help' | 'citation'> {
  const said =
    help ?? (fix !== undefined ? `改成 ${fix}` : example !== undefined ? `例如 ${example}` : undefined);
  return { ...(said !== undefined && { help: said }), ...(citation !== undefined && { citation }) };
}

/** Empty lines before the first that has words: a file has one, and what was typed may have others. */
const leadingLines = (body: string): number => (/^\s*\n/u.exec(body)?.[0].match(/\n/gu) ?? []).length;
