import { isObject, type Json } from './json.ts';
import { mergeRulesOf } from './merge-rules.ts';
import bidOpening from './schema/extensions/bidOpening.json' with { type: 'json' };
import bids from './schema/extensions/bids.json' with { type: 'json' };
import location from './schema/extensions/location.json' with { type: 'json' };
import lots from './schema/extensions/lots.json' with { type: 'json' };
import techniques from './schema/extensions/techniques.json' with { type: 'json' };
import release from './schema/release-schema.json' with { type: 'json' };

const REGISTRY = 'https://raw.githubusercontent.com/open-contracting-extensions';

/** The extensions that the data uses, each with the address under which it is published; the later rest on the earlier. */
const EXTENSIONS: readonly { readonly address: string; readonly patch: Json }[] = [
  { address: `${REGISTRY}/ocds_lots_extension/v1.1.5/extension.json`, patch: lots },
  { address: `${REGISTRY}/ocds_bid_extension/v1.1.5/extension.json`, patch: bids },
  { address: `${REGISTRY}/ocds_location_extension/v1.1.5/extension.json`, patch: location },
  { address: `${REGISTRY}/ocds_bidOpening_extension/master/extension.json`, patch: bidOpening },
  { address: `${REGISTRY}/ocds_techniques_extension/master/extension.json`, patch: techniques },
];

export const extensionAddresses: readonly string[] = EXTENSIONS.map(({ address }) => address);

/** OCDS 1.1.5 without extensions. */
export const plainReleaseSchema: Json = release;

/** OCDS 1.1.5 with them: each is a patch of the release schema (RFC 7396). */
export const releaseSchema: Json = EXTENSIONS.reduce<Json>(
  (schema, { patch }) => patched(schema, patch) as Json,
  release,
);

/** How its releases are merged. */
export const mergeRules = mergeRulesOf(releaseSchema);

function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const before = isObject(value) ? value : {};
  const kept = Object.entries(before).filter(([key]) => patch[key] !== null);
  const changed = Object.entries(patch).filter(([, one]) => one !== null);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(changed.map(([key, one]) => [key, patched(before[key], one)])),
  };
}
