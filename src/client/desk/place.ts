import { useEffect, useState } from 'preact/hooks';

/** The steps of a draft, in the order in which one takes them. */
export const STEPS = { form: '填表', body: '正文', files: '附件', preview: '看样', publish: '发布' } as const;

export type Step = keyof typeof STEPS;

/** Where in the desk one is; it stands in the fragment of the address, so that 后退 goes back. */
export type Place =
  | { readonly screen: 'work' }
  | { readonly screen: 'choose'; readonly words: string }
  | { readonly screen: 'draft'; readonly key: string; readonly step: Step }
  | { readonly screen: 'review'; readonly key: string }
  | { readonly screen: 'history'; readonly id: string };

const isStep = (text: string | undefined): text is Step =>
  text !== undefined && Object.keys(STEPS).includes(text);

/** What an address shows; one that says nothing known shows the work. */
export function placeOf(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/u, '').split('?');
  const [screen, key, step] = path.split('/');
  if (screen === 'new') return { screen: 'choose', words: new URLSearchParams(query).get('q') ?? '' };
  if (!key) return { screen: 'work' };
  if (screen === 'review') return { screen, key: decodeURIComponent(key) };
  if (screen === 'history') return { screen, id: decodeURIComponent(key) };
  if (screen !== 'draft') return { screen: 'work' };
  return { screen: 'draft', key: decodeURIComponent(key), step: isStep(step) ? step : 'form' };
}

export const WORK = '#/';
export const CHOOSE = '#/new';
export const chooseFor = (words: string): string => `${CHOOSE}?q=${encodeURIComponent(words)}`;
export const draftAt = (key: string, step: Step = 'form'): string =>
  `#/draft/${encodeURIComponent(key)}/${step}`;
export const reviewAt = (key: string): string => `#/review/${encodeURIComponent(key)}`;
/** Of a published announcement by its id, of a draft by its key. */
export const historyAt = (id: string): string => `#/history/${encodeURIComponent(id)}`;

/** Address of a published announcement on the public site, whose own ends with a slash. */
export const pageOf = (siteUrl: string, id: string): string => `${siteUrl}announcements/${id}/`;

export const go = (fragment: string): void => {
  location.hash = fragment;
};

/** The place that the address says, again when it changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(location.hash));
    addEventListener('hashchange', follow);
    // It may have changed between the first drawing and now.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
