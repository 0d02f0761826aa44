import type { Shelf } from '../search/shelf.ts';
import { searchable } from '../search/text.ts';

/** Digits that a number of a code has at least: a shorter one is in nearly every code. */
const LEAST_DIGITS = 3;

/** Codes that are meant at most; what is part of more says too little. */
const MOST_CODES = 8;

/** Without what people leave out or write otherwise: `GM-JS-2026-036` is gmjs2026036. */
const bare = (text: string): string => searchable(text).replace(/[^a-z0-9]/gu, '');

/** Letters and numbers one after another, a number without noughts before it: `2026-36` is 2026 36. */
const pieces = (text: string): readonly string[] =>
  (
    searchable(text)
      .replace(/([a-z])[^a-z0-9]+(?=[a-z])/gu, '$1')
      .match(/[a-z]+|\d+/gu) ?? []
  ).map((piece) => piece.replace(/^0+(?=\d)/u, ''));

/** Letters, digits, the signs of codes and addresses, and what is said around the numbers of one. */
const CODE = /^[a-z0-9\-_./#:()年第号]+$/u;

/** The project codes that a part means, as they are written: all that have it without their signs. */
export function codesLike(part: string, shelves: readonly Shelf[]): readonly string[] {
  const asked = lastSegment(part);
  if (!CODE.test(asked) || digitsIn(asked) < LEAST_DIGITS) return [];
  const form = bare(asked);
  const own = pieces(asked);
  const codes = new Set(
    shelves.flatMap(({ catalogue: { projectCode } }) =>
      projectCode.filter(
        (code) => code !== '' && (bare(code).indexOf(form) >= 0 || hasRun(pieces(code), own)),
      ),
    ),
  );
  return codes.size <= MOST_CODES ? [...codes] : [];
}

/** The announcement whose address a part is, or the end of one; nothing where there is none. */
export function idLike(part: string, shelves: readonly Shelf[]): string | undefined {
  const asked = bare(lastSegment(part));
  if (!CODE.test(part.split('?')[0]!) || digitsIn(asked) < LEAST_DIGITS) return undefined;
  for (const { catalogue } of shelves) {
    const found = catalogue.id.find((id) => bare(id) === asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

const digitsIn = (text: string): number => text.replace(/\D/gu, '').length;

/** Of an address its last name: `https://…/announcements/gm-js-2026-036-tender/` is gm-js-2026-036-tender. */
function lastSegment(part: string): string {
  const segments = part
    .replace(/[?#].*$/u, '')
    .split('/')
    .filter(Boolean);
  return (segments[segments.length - 1] ?? '').replace(/\.(?:html?|json|xml|ics)$/u, '');
}

/**
 * Whether several pieces stand in others next to each other: a single one is in too many codes. The first letters may
 * be the end of others, JS of GM-JS.
 */
function hasRun(whole: readonly string[], run: readonly string[]): boolean {
  if (run.length < 2) return false;
  return whole.some((_, at) =>
    run.every((piece, place) =>
      place === 0 && /^[a-z]/u.test(piece)
        ? whole[at]!.slice(-piece.length) === piece
        : whole[at + place] === piece,
    ),
  );
}
