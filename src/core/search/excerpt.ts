import { traced } from './text.ts';

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

interface Span {
  from: number;
  to: number;
}

/** Characters shown before and after what was found: about two lines on a phone. */
const BEFORE = 24;
const AFTER = 56;

/** More passages would be longer than the row they explain. */
const MOST_PASSAGES = 3;

/** A text divided so that every place of every part stands out. Parts are in searchable form. */
export function marked(text: string, parts: readonly string[]): readonly Piece[] {
  const whole = text.normalize('NFC');
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of joined(placesOf(whole, parts))) {
    if (from > at) pieces.push({ text: whole.slice(at, from), isMatch: false });
    pieces.push({ text: whole.slice(from, to), isMatch: true });
    at = to;
  }
  if (at < whole.length) pieces.push({ text: whole.slice(at), isMatch: false });
  return pieces;
}

/**
 * The passages of a text in which the parts are found, with the parts marked: as few as will do, the one with the
 * most parts first. No passage when none of the parts is in the text.
 */
export function passages(
  sections: readonly string[],
  parts: readonly string[],
): readonly (readonly Piece[])[] {
  const texts = sections.map((section) => section.normalize('NFC'));
  const found: (readonly Piece[])[] = [];
  let missing = parts;
  while (missing.length > 0 && found.length < MOST_PASSAGES) {
    const best = most(texts, missing);
    if (!best) break;
    found.push(cutOut(best.text, best.window, parts));
    missing = missing.filter((part) => !best.parts.includes(part));
  }
  return found;
}

interface Passage {
  text: string;
  window: Span;
  /** The missing parts that it shows. */
  parts: readonly string[];
}

/** The passage around the first place of a missing part that shows the most of them; of equals the first. */
function most(texts: readonly string[], missing: readonly string[]): Passage | undefined {
  let best: Passage | undefined;
  for (const text of texts) {
    for (const part of missing) {
      const place = placesOf(text, [part])[0];
      if (!place) continue;
      const window = around(text, place);
      const shown = missing.filter(
        (other) => placesOf(text.slice(window.from, window.to), [other]).length > 0,
      );
      if (shown.length > (best?.parts.length ?? 0)) best = { text, window, parts: shown };
    }
  }
  return best;
}

function cutOut(text: string, { from, to }: Span, parts: readonly string[]): readonly Piece[] {
  return [...ellipsis(from > 0), ...marked(text.slice(from, to), parts), ...ellipsis(to < text.length)];
}

const ellipsis = (isCut: boolean): Piece[] => (isCut ? [{ text: '…', isMatch: false }] : []);

function placesOf(text: string, parts: readonly string[]): readonly Span[] {
  const { form, from, to } = traced(text);
  const places: Span[] = [];
  for (const part of parts) {
    for (let at = form.indexOf(part); at >= 0 && part !== ''; at = form.indexOf(part, at + part.length)) {
      places.push({ from: from[at]!, to: to[at + part.length - 1]! });
    }
  }
  return places;
}

function joined(places: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const place of places.slice().sort((a, b) => a.from - b.from)) {
    const last = spans[spans.length - 1];
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to);
    else spans.push({ ...place });
  }
  return spans;
}

/** Cuts at whole characters, not through a surrogate pair. */
function around(text: string, { from, to }: Span): Span {
  const isLow = (at: number): boolean => /[\udc00-\udfff]/u.test(text.charAt(at));
  let start = Math.max(0, from - BEFORE);
  let end = Math.min(text.length, to + AFTER);
  if (isLow(start)) start -= 1;
  if (isLow(end)) end += 1;
  return { from: start, to: end };
}
