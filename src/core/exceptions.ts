import type { Announcement } from './announcement/schema.ts';
import { withdrawalOf } from './announcement/withdrawal.ts';
import { CODES, type Diagnostic, type Finding } from './diagnostic.ts';

interface Source {
  id: string;
  file: string;
  announcement: Announcement;
}

/** A finding that its announcement excuses by 例外, with the reason that it gives. */
export interface Excused {
  finding: Diagnostic;
  reason: string;
  documentCode?: string | undefined;
}

/**
 * Lets each 例外 silence one finding of its code on its announcement. One that names no code, a code that cannot be
 * excused, or nothing that was found, is a fault itself: a silence nobody asked for would cover the next fault.
 */
export function applyExceptions(
  sources: readonly Source[],
  findings: readonly Diagnostic[],
): {
  findings: readonly Diagnostic[];
  excused: ReadonlyMap<string, readonly Excused[]>;
  faults: readonly Finding[];
} {
  const faults: Finding[] = [];
  const excused = new Map<string, readonly Excused[]>();
  const silenced = new Set<Diagnostic>();
  const wanting = sources.filter(({ announcement }) => announcement.exceptions !== undefined);
  for (const { id, file, announcement } of wanting) {
    const own = findings.filter((finding) => finding.file === file);
    const here: Excused[] = [];
    for (const [index, { code, reason, documentCode }] of announcement.exceptions!.entries()) {
      const at = `exceptions.${index}.code`;
      if (!isExcusable(code)) {
        faults.push({ code: 'F407', id, at, ...whyNot(code) });
        continue;
      }
      const finding = own.find((one) => one.code === code && !silenced.has(one));
      if (!finding) {
        // Nothing is judged of what was withdrawn, and its file may not change any more.
        if (withdrawalOf(announcement)) continue;
        const message = `没有 ${code} 的问题，这一条例外不起作用`;
        faults.push({ code: 'F408', id, at, message, help: '删掉这一条例外' });
        continue;
      }
      silenced.add(finding);
      here.push({ finding, reason, documentCode });
    }
    excused.set(id, here);
  }
  return { findings: findings.filter((finding) => !silenced.has(finding)), excused, faults };
}

/** Statutory rules, amounts along the chain, personal data and what words seem to say; what spoils the page itself has no exception. */
const EXCUSABLE = /^(?:D[13-7]|P|C2[01]|L12[01])/u;

const isExcusable = (code: string): boolean => Object.hasOwn(CODES, code) && EXCUSABLE.test(code);

function whyNot(code: string): { message: string; help: string } {
  if (!Object.hasOwn(CODES, code)) {
    return { message: `没有 ${code} 这个代码`, help: '写检查结果开头的代码，例如 代码: D104' };
  }
  return { message: `${code} 不能用例外`, help: '按检查结果改好，再删掉这一条例外' };
}
