import { parseDocument } from 'yaml';
import { joinsWithoutBlank } from '../announcement/wrap.ts';

/** Stands where a wrapped line begins while the text is read once more; no text that is published has it. */
const HERE = '\uf8ff';

/**
 * A value that its writer's editor has wrapped over several lines, without the blank that YAML puts where Chinese has
 * none. `source` is the value as it is written, quotation marks and all; `value` what YAML makes of it.
 */
export function withoutFoldBlanks(source: string, value: string): string {
  const lines = source.split('\n');
  if (lines.length === 1 || source.startsWith('|') || source.includes(HERE)) return value;
  const marked = lines.map((line, index) => {
    const before = lines[index - 1]?.trim() ?? '';
    const indent = /^\s*/u.exec(line)![0];
    const isWrapped = before !== '' && line.trim() !== '' && joinsWithoutBlank(before, line);
    return isWrapped ? `${indent}${HERE}${line.slice(indent.length)}` : line;
  });
  const { contents } = parseDocument(marked.join('\n'), { schema: 'failsafe', logLevel: 'silent' });
  const folded: unknown = contents?.toJSON();
  // What reads otherwise out of its place, such as a block with an indent of its own, stays as YAML has it.
  if (typeof folded !== 'string' || folded.replaceAll(HERE, '') !== value) return value;
  return folded.replaceAll(` ${HERE}`, '').replaceAll(HERE, '');
}
