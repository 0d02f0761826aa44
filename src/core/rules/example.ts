import { plainSumIn } from '../announcement/price.ts';
import type { Category } from '../announcement/category.ts';
import type { Calendar } from '../calendar.ts';
import { EXAMPLE_LOCAL_PERIODS } from './local.ts';
import { callOf, type Facts, type Matter } from './matter.ts';
import type { Example, Rule } from './rule.ts';

/** Day of publication where an example does not look at it. */
const PUBLISHED = '2026-03-02T09:00:00+08:00';

/** An example of a rule as the announcement that the rule sees. */
export function exampleMatter(
  rule: Rule,
  { type, facts, body = '', parent }: Example,
  calendar: Calendar,
): Matter {
  const { categories, types } = rule.appliesTo;
  const made = (id: string, name: string, own: Facts): Matter => ({
    id,
    category: categoryOf(categories),
    type: name,
    facts: { publishedAt: PUBLISHED, ...own },
    body: '',
    attachments: [],
    changes: [],
    calendar,
    local: EXAMPLE_LOCAL_PERIODS,
    correctionsBy: () => undefined,
  });
  const matter: Matter = { ...made('example', type ?? types[0]!, facts), body };
  if (parent) {
    matter.parent = made('parent', parent.type, parent.facts);
    if (parent.parent) matter.parent.parent = made('grandparent', parent.parent.type, parent.parent.facts);
  }
  const call = callOf(matter);
  const ceilingFen = plainSumIn(call?.facts.priceCeilingFen);
  if (call && ceilingFen !== undefined) call.ceilingFen = ceilingFen;
  return call ? { ...matter, call } : matter;
}

const categoryOf = (categories: readonly Category[]): Category => categories[0]!;
