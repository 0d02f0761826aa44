import type { Synonyms } from './known.ts';

/** More forms of one part would make a page of words and take as many questions to the full-text index. */
const MOST_FORMS = 12;

/** A part with every word that has synonyms in its place: `公路维修` is 道路维修, 公路养护 and 道路养护 too. Not itself. */
export function synonymsIn(part: string, groups: Synonyms): readonly string[] {
  const own = placesIn(part, groups);
  let forms = [''];
  let at = 0;
  for (const { from, to, group } of own) {
    const before = part.slice(at, from);
    forms = forms.flatMap((form) => group.map((word) => form + before + word));
    at = to;
  }
  return forms
    .map((form) => form + part.slice(at))
    .filter((form) => form !== part)
    .slice(0, MOST_FORMS);
}

interface Place {
  from: number;
  to: number;
  group: readonly string[];
}

/** From left to right, of words that begin at one place the longest; its own word is first in a group. */
function placesIn(part: string, groups: Synonyms): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const [longest] = groups
      .flatMap((group) => group.filter((word) => part.startsWith(word, at)).map((word) => ({ word, group })))
      .sort((a, b) => b.word.length - a.word.length);
    if (!longest) continue;
    const { word, group } = longest;
    places.push({ from: at, to: at + word.length, group: [word, ...group.filter((one) => one !== word)] });
    at += word.length - 1;
  }
  return places;
}
