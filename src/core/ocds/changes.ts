import { filled, isObject, type Json } from './json.ts';

/**
 * What one release has to say so that what stood as `before` stands as `after`: the values that differ, null for what is
 * gone. Members of lists are known by their `id`; one that is gone cannot be taken out, so its values are.
 */
export const changesBetween = (before: Json, after: Json): Json => changedObject(before, after) ?? {};

function changedObject(before: Json, after: Json): Json | undefined {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.flatMap((key): readonly [string, unknown][] => {
    const value = changed1(before[key], after[key]);
    return value === undefined ? [] : [[key, value]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function changed1(before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (after === undefined) return gone(before);
  if (isObject(before) && isObject(after)) return changedObject(before, after);
  if (areMembers(before) && areMembers(after)) return changedList(before, after);
  return after;
}

function changedList(before: readonly Json[], after: readonly Json[]): readonly Json[] | undefined {
  const was = new Map(before.map((one) => [one['id'], one]));
  const is = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((one) => {
    const old = was.get(one['id']);
    if (!old) return [one];
    const change = changedObject(old, one);
    return change ? [{ ...kept(one), ...change }] : [];
  });
  const left = before
    .filter(({ id }) => !is.has(id))
    .map((one) => ({ ...(gone(one) as Json), ...kept(one) }));
  return changed.length + left.length === 0 ? undefined : [...changed, ...left];
}

/** Keys without which a member of a list is not valid. */
const kept = ({ id, awardID }: Json): Json => filled({ id, awardID });

const areMembers = (value: unknown): value is readonly Json[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && one['id'] !== undefined);

/** Null for every value; an object itself may not be null. */
function gone(value: unknown): unknown {
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'id')
        .map(([key, one]) => [key, gone(one)]),
    );
  return areMembers(value) ? value.map((one) => ({ ...(gone(one) as Json), ...kept(one) })) : null;
}
