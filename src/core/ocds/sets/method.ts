import { typeOf } from '../../announcement/schema.ts';
import { periodIn } from '../values.ts';
import { filled, type Json } from '../json.ts';
import { printedOf, textOf, valueOf, type Statement } from '../statement.ts';

/** How bids are called for, in the closed list of OCDS and in the Chinese term. */
export function methodOf(statement: Statement): Json {
  const { category, type } = statement.announcement;
  const term = printedOf(statement, 'method') ?? typeOf(category, type).term.replace(/公告$|公示$|书$/u, '');
  return filled({
    procurementMethod: codeOf(statement),
    procurementMethodDetails: term,
    procurementMethodRationale: textOf(statement, 'singleSourceReason'),
    techniques: type === 'framework-solicitation' ? framework(statement) : undefined,
  });
}

/** Who answers the notice may bid, but for an invitation and a single source. After a prequalification it is a choice. */
function codeOf(statement: Statement): string {
  const { type } = statement.announcement;
  const method = valueOf(statement, 'method');
  if (type === 'single-source-notice' || method === 'single-source') return 'direct';
  if (type === 'tender-invitation' || method === 'invited')
    return statement.isCalled ? 'selective' : 'limited';
  return type === 'prequalification-notice' || statement.isCalled ? 'selective' : 'open';
}

/** Closed and open 封闭式、开放式 are no codes of the extension, which asks how later orders are given. */
const framework = (statement: Statement): Json =>
  filled({
    hasFrameworkAgreement: true,
    frameworkAgreement: filled({ period: periodIn(textOf(statement, 'frameworkTerm')) }),
  });
