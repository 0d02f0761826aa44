import { formOf } from './schema.ts';
import type { TypeSpec } from './type.ts';

/** When a call closes or its bids are opened. */
export interface Close {
  label: string;
  /** An instant, or a plain date whose whole day still belongs to the call. */
  on: string;
}

/** The values of an announcement by the English keys of its fields. */
type Values = Readonly<Record<string, unknown>>;

/**
 * The dates that must have passed before there is anything to open, to evaluate or to give: deadlines and openings; in
 * land and property the registration, the listing, the auction or the disclosure. Applications for an open framework
 * 开放式框架协议 come in as long as it lasts, and suppliers are listed meanwhile.
 */
export function closesOf(spec: TypeSpec, values: Values): readonly Close[] {
  if (values['frameworkKind'] === 'open') return [];
  return formOf(spec).flatMap(({ key, label, role }): Close[] => {
    if (role !== 'deadline' && role !== 'opening' && key !== 'disclosureUntil') return [];
    const on = values[key];
    return typeof on === 'string' ? [{ label, on }] : [];
  });
}

/** Whether an announcement presupposes bids that were opened: opening record, candidates, result, failure. */
export const presupposesOpening = ({ stage }: TypeSpec, { terminationKind }: Values): boolean =>
  stage === 'termination'
    ? terminationKind === 'failed'
    : stage === 'evaluation' || stage === 'result' || stage === 'failure';
