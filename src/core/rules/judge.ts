import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { rulesFor } from './list.ts';
import { gatherMatters, type Matter, type Sources } from './matter.ts';
import type { AttachedText } from './attached-text.ts';
import { isSaidElsewhere } from './contents.ts';
import { checkStageOrder } from './stage-order.ts';
import { findingOf, judge, type Judgement } from './rule.ts';

/** What the law says of every announcement. */
export interface Judged {
  /** By the announcement's id; announcements that no rule looks at have none. */
  judgements: ReadonlyMap<string, readonly Judgement[]>;
  findings: readonly Finding[];
  /** All announcements as the rules saw them. */
  matters: readonly Matter[];
}

/**
 * Holds all announcements that stand, as corrected, against the statutory rules. `spoiled` says that a year's calendar could not
 * be read: that has been said, and that its days cannot be counted is an echo.
 */
export function checkRules(sources: Sources, spoiled = false): Judged {
  const judgements = new Map<string, readonly Judgement[]>();
  const findings: Finding[] = [];
  const matters = gatherMatters(sources);
  for (const matter of matters) {
    if (withdrawalOf(matter.facts)) continue;
    findings.push(...checkStageOrder(matter));
    const judged = judge(rulesFor(matter), matter);
    if (judged.length > 0) judgements.set(matter.id, judged);
    for (const judgement of judged) {
      if (spoiled && judgement.outcome.missingYear !== undefined) continue;
      const finding = findingOf(matter, judgement);
      if (finding) findings.push(finding);
    }
  }
  return { judgements, findings, matters };
}

/**
 * Whether what an announcement leaves to its attachments stands in one of them. Where one of them has no words that
 * could be read, it may stand there.
 */
export function checkContentsWith(
  matter: Matter | undefined,
  attached: readonly AttachedText[],
): readonly Finding[] {
  if (!matter || attached.length === 0 || withdrawalOf(matter.facts) || !isSaidElsewhere(matter)) return [];
  const texts = attached.map((one) => one.texts.join('\n').trim());
  if (texts.includes('')) return [];
  const whole: Matter = { ...matter, body: [matter.body, ...texts].join('\n'), attachments: [] };
  return judge(
    rulesFor(matter).filter(({ asksContents }) => asksContents === true),
    whole,
  ).flatMap((judgement) => findingOf(whole, judgement) ?? []);
}
