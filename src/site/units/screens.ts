import { feedOn } from '../screens.ts';
import { file, page, type Kind } from '../unit.ts';

/** A lobby screen: its page, its pointer, and its data under a name that changes with them. */
const screen: Kind = {
  name: 'screen',
  keys: (edition) => edition.screens.map(({ id }) => id),
  pages: (edition, id) => [
    page('display/[id]', { id }),
    file('display/[id]/head.json', { id }),
    file('display/data/[feed].json', { feed: feedOn(edition, id).name }),
  ],
};

export const screens: readonly Kind[] = [screen];
