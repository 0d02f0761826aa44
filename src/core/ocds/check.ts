import { isObject, listIn, type Json } from './json.ts';
import type { Release } from './merge.ts';

/**
 * What the schemas cannot see in the releases of one procedure, in the order of time, and in what they come to: the same
 * id twice, references that lead nowhere, dates out of order, an award of what found nobody. Each is a fault of this
 * program, told with the place; none where all is well.
 */
export const faultsOf = (releases: readonly Release[], compiled: Release): readonly string[] => [
  ...[...releases, compiled].flatMap((release) => twiceIn(release, release.id)),
  ...repeated(releases.map(({ ocid, id }) => `${ocid} ${id}`)).map((id) => `two releases ${id}`),
  ...danglingIn(compiled),
  ...orderIn(releases, compiled),
  ...contradictionsIn(compiled),
];

const repeated = (ids: readonly unknown[]): readonly unknown[] =>
  ids.filter((id, at) => id !== undefined && ids.indexOf(id) !== at);

/** Lists with two members of one id, at any depth. */
function twiceIn(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const ids = value.map((one) => (isObject(one) ? one['id'] : undefined));
    return [
      ...repeated(ids).map((id) => `${path} has ${String(id)} twice`),
      ...value.flatMap((one, at) => twiceIn(one, `${path}/${at}`)),
    ];
  }
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => twiceIn(one, `${path}/${key}`)) : [];
}

/** References to awards, lots and parties that are not there. */
function danglingIn(compiled: Release): readonly string[] {
  const idsOf = (...path: readonly string[]): ReadonlySet<unknown> =>
    new Set(listIn(compiled, ...path).map(({ id }) => id));
  const [awards, lots, parties] = [idsOf('awards'), idsOf('tender', 'lots'), idsOf('parties')];
  const { buyer, tender } = compiled;
  const entity = isObject(tender) ? tender['procuringEntity'] : undefined;
  const bids = listIn(compiled, 'bids', 'details');
  const named = [
    ...[buyer, entity].filter(isObject),
    ...listIn(compiled, 'awards').flatMap((award) => listIn(award, 'suppliers')),
    ...bids.flatMap((bid) => listIn(bid, 'tenderers')),
  ];
  return [
    ...listIn(compiled, 'contracts').flatMap(({ id, awardID }) =>
      awards.has(awardID) ? [] : [`contract ${String(id)} has no award ${String(awardID)}`],
    ),
    ...[...listIn(compiled, 'awards'), ...bids].flatMap(({ id, relatedLots }) =>
      ((relatedLots ?? []) as readonly unknown[])
        .filter((lot) => !lots.has(lot))
        .map((lot) => `${String(id)} has no lot ${String(lot)}`),
    ),
    ...named.filter(({ id }) => !parties.has(id)).map(({ id }) => `no party ${String(id)}`),
  ];
}

/** Releases that are not in the order of time; awards from before the bids were due. */
function orderIn(releases: readonly Release[], compiled: Release): readonly string[] {
  const end = ((compiled['tender'] as Json | undefined)?.['tenderPeriod'] as Json | undefined)?.['endDate'];
  const day = (at: unknown): string => String(at).slice(0, 10);
  return [
    ...releases
      .filter(({ date }, at) => at > 0 && date < releases[at - 1]!.date)
      .map(({ id }) => `${id} is older than the one before it`),
    ...listIn(compiled, 'awards')
      .filter(({ date }) => date !== undefined && end !== undefined && day(date) < day(end))
      .map(({ id }) => `award ${String(id)} is older than the end of the tender`),
  ];
}

/** Awards that stand though the tender found nobody. */
function contradictionsIn(compiled: Release): readonly string[] {
  const { status } = (compiled['tender'] ?? {}) as Json;
  return status !== 'unsuccessful' && status !== 'cancelled'
    ? []
    : listIn(compiled, 'awards')
        .filter((award) => award['status'] === 'active')
        .map(({ id }) => `award ${String(id)} of a tender that is ${status}`);
}
