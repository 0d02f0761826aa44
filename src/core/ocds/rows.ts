import type { constructionTypes } from '../announcement/construction.ts';
import type { procurementTypes } from '../announcement/procurement.ts';
import type { Json } from './json.ts';
import { setAward, setDeals, setShortlist } from './sets/award.ts';
import { setContract, setContractChange, setContractEnd, setImplementation } from './sets/contract.ts';
import { awardsEnded, endOf, setEnd } from './sets/end.ts';
import { setCandidates, setOpening, setPrequalified } from './sets/evaluation.ts';
import { setCeiling, setCorrection, setDocument, setResumption, setSuspension } from './sets/notice.ts';
import { setPlanning } from './sets/planning.ts';
import { setTender } from './sets/tender.ts';
import type { Statement } from './statement.ts';

/** What a release is about, of the closed list of OCDS. */
export type Tag =
  | 'planning'
  | 'planningUpdate'
  | 'tender'
  | 'tenderAmendment'
  | 'tenderUpdate'
  | 'tenderCancellation'
  | 'award'
  | 'awardUpdate'
  | 'awardCancellation'
  | 'contract'
  | 'contractUpdate'
  | 'contractAmendment'
  | 'contractTermination'
  | 'implementation'
  | 'implementationUpdate';

/** How a type of announcement stands in OCDS. */
export interface Row {
  /** The tag of its first version; `tags` says so where it depends on what came before. */
  tag: Tag;
  tags?: (statement: Statement) => readonly Tag[];
  /** What its release sets. */
  sets: (statement: Statement) => Json;
  /** The same for the documentation. */
  says: string;
}

/** A type that begins and continues no contracting process. */
interface NoRow {
  none: string;
}

type IdOf<T extends readonly { id: string }[]> = T[number]['id'];

const plan: Row = {
  tag: 'planning',
  sets: setPlanning,
  says: '`planning.budget`, `tender.status` planned, the expected month as milestone `expected`',
};
const call: Row = {
  tag: 'tender',
  tags: ({ isCalled }) => [isCalled ? 'tenderUpdate' : 'tender'],
  sets: setTender,
  says: '`tender`: value, method, period, opening, lots, items, criteria, milestones; a second call of a procedure is a `tenderUpdate`',
};
const document = (type: string | undefined, says: string, keys: readonly string[] = []): Row => ({
  tag: 'tenderUpdate',
  sets: setDocument(type, keys),
  says,
});
const correction: Row = {
  tag: 'tenderUpdate',
  sets: setCorrection,
  says: 'what changed of the announcement that it corrects, alone, and an amendment with the old and the new words; tagged after that announcement (`tenderAmendment`, `awardUpdate` …)',
};
const suspension: Row = {
  tag: 'tenderUpdate',
  sets: setSuspension,
  says: 'milestone `suspension:…`; the tender stays active, since there is no status for it',
};
const resumption: Row = {
  tag: 'tenderUpdate',
  sets: setResumption,
  says: 'the milestone of the suspension is met; new times as of a correction',
};
const award: Row = {
  tag: 'award',
  sets: setAward,
  says: 'an award a lot, or one; a lot without winner is an unsuccessful award; status of the lots and of the tender',
};
const ending: Row = {
  tag: 'tenderCancellation',
  tags: (statement) => [
    endOf(statement) === 'cancelled' ? 'tenderCancellation' : 'tenderUpdate',
    ...(awardsEnded(statement).length > 0 ? (['awardCancellation'] as const) : []),
  ],
  sets: setEnd,
  says: '`tender.status`, or that of its lots: cancelled 终止、采购任务取消, unsuccessful 流标、废标 (a `tenderUpdate`); awards are cancelled with it',
};
const contract: Row = {
  tag: 'contract',
  sets: setContract,
  says: 'a contract, of the award of its supplier',
};
const contractChange: Row = {
  tag: 'contractAmendment',
  sets: setContractChange,
  says: 'the new value and period of the contract, and an amendment',
};
const contractEnd: Row = {
  tag: 'contractTermination',
  sets: setContractEnd,
  says: '`contracts.status` terminated',
};
const performance: Row = {
  tag: 'implementation',
  sets: setImplementation,
  says: '`contracts.implementation.milestones`, met',
};
const dispute: Row = document('complaints', 'a document; what it decides is not read out of its words', [
  'decidedOn',
  'decisionCode',
  'outcome',
]);
const prequalified: Row = {
  tag: 'tenderUpdate',
  sets: setPrequalified,
  says: 'who passed, as parties; `tender.numberOfTenderers`',
};
const opening: Row = {
  tag: 'tenderUpdate',
  sets: setOpening,
  says: '`bids.details`, `tender.bidOpening`, `tender.numberOfTenderers`',
};
const candidates: Row = {
  tag: 'tenderUpdate',
  sets: setCandidates,
  says: '`bids.details` (a bid that was opened keeps its id), milestone `publicity:…`; never an award',
};
const legacy: Row = document(
  undefined,
  'as its former type where the words of the old site mean just one; else a document',
);

/**
 * Every type of construction and procurement, in the order of the forms; a type that is missing here does not compile.
 * Land and property are sold, for which OCDS has no place (`core/disposals`), and general notices buy nothing.
 */
export const ROWS: {
  readonly construction: Readonly<Record<IdOf<typeof constructionTypes>, Row | NoRow>>;
  readonly procurement: Readonly<Record<IdOf<typeof procurementTypes>, Row | NoRow>>;
} = {
  construction: {
    'tender-plan': plan,
    'prequalification-notice': call,
    'tender-notice': call,
    'tender-invitation': call,
    'price-ceiling-notice': {
      tag: 'tenderUpdate',
      sets: setCeiling,
      says: '`tender.value` where the call states no budget; the ceiling is said of the document',
    },
    clarification: document('clarifications', 'a document; what it corrects, as a correction'),
    'correction-notice': correction,
    'prequalification-result': prequalified,
    'opening-record': opening,
    'candidate-notice': candidates,
    'award-notice': award,
    'failed-tender-notice': { ...ending, tag: 'tenderUpdate' },
    'suspension-notice': suspension,
    'resumption-notice': resumption,
    'termination-notice': ending,
    'contract-notice': contract,
    'contract-change-notice': contractChange,
    'contract-termination-notice': contractEnd,
    'performance-notice': performance,
    'objection-reply': dispute,
    'complaint-decision': dispute,
    legacy,
  },
  procurement: {
    'procurement-intention': plan,
    'prequalification-notice': call,
    'tender-notice': call,
    'competitive-negotiation': call,
    'competitive-consultation': call,
    'inquiry-notice': call,
    'bidding-notice': call,
    'single-source-notice': call,
    'framework-solicitation': call,
    'framework-shortlist': {
      tag: 'award',
      sets: setShortlist,
      says: 'an award a supplier, without value: the price is one of a unit',
    },
    'framework-deals': {
      tag: 'awardUpdate',
      sets: setDeals,
      says: 'an award an order, of the framework: OCDS 1.1 has no better place',
    },
    'correction-notice': correction,
    'suspension-notice': suspension,
    'resumption-notice': resumption,
    'termination-notice': ending,
    'award-notice': award,
    'deal-notice': award,
    'result-notice': award,
    'contract-notice': contract,
    'contract-change-notice': contractChange,
    'contract-termination-notice': contractEnd,
    'acceptance-notice': performance,
    'complaint-decision': dispute,
    'supervision-decision': dispute,
    'agency-appraisal': { none: 'judges an agency, not a procedure' },
    legacy,
  },
};

/** The row of a type; nothing of one that belongs to no contracting process. */
export function rowOf(category: string, type: string): Row | undefined {
  const row = (ROWS as Readonly<Record<string, Readonly<Record<string, Row | NoRow>>>>)[category]?.[type];
  return row && 'sets' in row ? row : undefined;
}
