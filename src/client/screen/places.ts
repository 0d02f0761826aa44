import { Place } from './place.ts';

/** Several places of one row, by the classes of their elements: a row is printed many times. */
type Places<Name extends string> = Readonly<Record<Name, Place>>;

export const placesIn = <Name extends string>(root: ParentNode, names: readonly Name[]): Places<Name> =>
  Object.fromEntries(names.map((name) => [name, new Place(root, name, `.${name}`)])) as Places<Name>;

/** Writes a text in its place; an empty one is put away, so that it takes no room. */
export function tell(place: Place, text: string): void {
  place.write(text);
  place.hidden = text === '';
}
