import { typesIn } from '../announcement/schema.ts';
import { auctionLaw } from './auction-law.ts';
import { biddingLaw } from './bidding-law.ts';
import { biddingRegulation } from './bidding-regulation.ts';
import { consultationMeasures } from './consultation-measures.ts';
import { disclosureRegulation } from './disclosure-regulation.ts';
import { form50 } from './form-50.ts';
import { intentionNotice } from './intention-notice.ts';
import { landCode114 } from './land-code-114.ts';
import { landNotice34 } from './land-notice-34.ts';
import { landOrder21 } from './land-order-21.ts';
import { landOrder39 } from './land-order-39.ts';
import { localRules } from './local.ts';
import type { Matter } from './matter.ts';
import { miningRules } from './mining-rules.ts';
import { notice135 } from './notice-135.ts';
import { order10 } from './order-10.ts';
import { order110 } from './order-110.ts';
import { order20 } from './order-20.ts';
import { order74 } from './order-74.ts';
import { order87 } from './order-87.ts';
import { order94 } from './order-94.ts';
import { platformMeasures } from './platform-measures.ts';
import { procurementLaw } from './procurement-law.ts';
import { procurementRegulation } from './procurement-regulation.ts';
import { propertyOperationRules } from './property-operation-rules.ts';
import { propertyOrder32 } from './property-order-32.ts';
import type { Rule } from './rule.ts';
import { smallEnterprises } from './small-enterprises.ts';

/** The day on which the rules were last held against their sources. */
export const REVIEWED_ON = '2026-11-22';

/** All statutory rules by instrument, listed by hand. */
export const rules: readonly Rule[] = [
  ...biddingLaw,
  ...biddingRegulation,
  ...order10,
  ...order20,
  ...procurementLaw,
  ...procurementRegulation,
  ...order87,
  ...order74,
  ...order94,
  ...consultationMeasures,
  ...notice135,
  ...form50,
  ...intentionNotice,
  ...order110,
  ...smallEnterprises,
  ...landOrder39,
  ...landOrder21,
  ...landCode114,
  ...landNotice34,
  ...miningRules,
  ...propertyOrder32,
  ...propertyOperationRules,
  ...auctionLaw,
  ...disclosureRegulation,
  ...platformMeasures,
  ...localRules,
];

const byType = new Map<string, readonly Rule[]>();

/** The rules that look at announcements of this type. */
export function rulesFor({ category, type }: Pick<Matter, 'category' | 'type'>): readonly Rule[] {
  const key = `${category}/${type}`;
  const known = byType.get(key);
  if (known) return known;
  const found = rules.filter(
    ({ appliesTo }) => appliesTo.categories.includes(category) && appliesTo.types.includes(type),
  );
  byType.set(key, found);
  return found;
}

/** The rule with this code, if it is one. */
export const ruleWith = (code: string): Rule | undefined => rules.find((rule) => rule.code === code);

/** The types that a rule looks at, of all its categories, in Chinese. */
export const termsOf = ({ appliesTo }: Rule): readonly string[] => [
  ...new Set(
    appliesTo.categories.flatMap((category) =>
      typesIn(category)
        .filter(({ id }) => appliesTo.types.includes(id))
        .map(({ term }) => term),
    ),
  ),
];
