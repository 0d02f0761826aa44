import type { Identity } from '../identity.ts';
import { keyOfPerson, parsePerson, printPerson } from './person.ts';

/** What was done with a submitted version, once: a commit of its branch. */
export interface Round {
  readonly event: 'submitted' | 'taken-back' | 'approved' | 'returned';
  readonly by: Identity;
  /** In Shanghai: `2026-12-01T09:02:00+08:00`. */
  readonly at: string;
  /** Which approval, from 1. */
  readonly level?: number | undefined;
  readonly reason?: string | undefined;
  /** Of a return: the fields it is about. */
  readonly fields?: readonly FieldReason[] | undefined;
  /** Of an approval: SHA-256 of what was looked at. */
  readonly digest?: string | undefined;
}

interface FieldReason {
  readonly label: string;
  readonly reason: string;
}

const EVENTS = ['submitted', 'taken-back', 'approved', 'returned'] as const;

const SUBJECTS: Readonly<Record<Round['event'], string>> = {
  submitted: '送审',
  'taken-back': '撤回',
  approved: '审核通过',
  returned: '退回',
};

/** Names the draft that a commit is of, on its branch and later on the main one. */
export const DRAFT_TRAILER = 'Desk-Draft';

/** The message of a round's commit; who and when are the commit's own author and date. */
export const messageOfRound = (key: string, title: string, round: Round): string =>
  [
    `${SUBJECTS[round.event]}：${title}`,
    [
      `${DRAFT_TRAILER}: ${key}`,
      `Desk-Event: ${round.event}`,
      ...(round.event === 'approved' ? approvalTrailers(round) : []),
      ...(round.reason === undefined ? [] : [`Desk-Reason: ${JSON.stringify(round.reason)}`]),
      ...(round.fields ?? []).map((field) => `Desk-Field: ${JSON.stringify(field)}`),
    ].join('\n'),
  ].join('\n\n');

const approvalTrailers = ({ by, level, digest }: Round): readonly string[] => [
  `Reviewed-by: ${printPerson(by)}`,
  `Level: ${level ?? 1}`,
  ...(digest === undefined ? [] : [`Reviewed-content: ${digest}`]),
];

/** Values of trailers by their name, in their order. */
type Trailers = ReadonlyMap<string, readonly string[]>;

export function parseTrailers(text: string): Trailers {
  const pairs = text.split('\n').flatMap((line) => {
    const match = /^([A-Za-z][\w-]*):\s*(.*)$/u.exec(line);
    return match ? [{ name: match[1]!, value: match[2]! }] : [];
  });
  const groups = Map.groupBy(pairs, ({ name }) => name);
  return new Map([...groups].map(([name, all]) => [name, all.map(({ value }) => value)]));
}

/** A commit of a draft's branch as a round; nothing of one that somebody has made by hand. */
export function parseRound(by: Identity, at: string, trailers: Trailers): Round | undefined {
  const said = trailers.get('Desk-Event')?.[0];
  const event = EVENTS.find((one) => one === said);
  if (event === undefined) return undefined;
  const level = Number(trailers.get('Level')?.[0] ?? Number.NaN);
  return {
    ...{ event, by, at },
    ...(Number.isInteger(level) && { level }),
    reason: jsonIn<string>(trailers.get('Desk-Reason')?.[0]),
    fields: (trailers.get('Desk-Field') ?? []).flatMap((text) => jsonIn<FieldReason>(text) ?? []),
    digest: trailers.get('Reviewed-content')?.[0],
  };
}

/** How a version stands after its rounds. */
interface Standing {
  readonly phase: 'draft' | 'submitted' | 'returned';
  /** Of the version that was submitted last, in their order. */
  readonly approvals: readonly Round[];
  readonly author: Identity | undefined;
  /** The round that ended it, where it was returned or taken back. */
  readonly last: Round | undefined;
}

/** @param rounds the oldest first */
export function standingOf(rounds: readonly Round[]): Standing {
  const from = rounds.findLastIndex(({ event }) => event === 'submitted');
  const since = rounds.slice(from + 1);
  const last = rounds.at(-1);
  return {
    phase: last?.event === 'returned' ? 'returned' : last?.event === 'taken-back' ? 'draft' : 'submitted',
    approvals: from < 0 ? [] : since.filter(({ event }) => event === 'approved'),
    author: rounds[from]?.by,
    last,
  };
}

/** Lines below the message of what is published in the end: who did what with it before, for ever. */
export const trailersOfRounds = (rounds: readonly Round[]): readonly string[] =>
  rounds.map((round) => `Desk-Round: ${JSON.stringify({ ...round, by: printPerson(round.by) })}`);

/** The rounds that a published commit tells of. */
export const roundsIn = (trailers: Trailers): readonly Round[] =>
  (trailers.get('Desk-Round') ?? []).flatMap((text) => {
    const said = jsonIn<Omit<Round, 'by'> & { by: string }>(text);
    return said && EVENTS.includes(said.event) ? [{ ...said, by: parsePerson(said.by) }] : [];
  });

/** Each person once, in the order of their approvals. */
export const reviewersOf = (approvals: readonly Round[]): readonly Identity[] => [
  ...new Map(approvals.map(({ by }) => [keyOfPerson(by), by])).values(),
];

function jsonIn<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
