import { parseStatus } from '../core/publishing.ts';
import { statusWords } from './publishing/words.ts';

/**
 * Says on the page of publishing how the machine stands, by the clock of its server. Where it tells nothing the words of
 * the build stay.
 */
const place = document.getElementById('machine') as HTMLElement;
void tell();

async function tell(): Promise<void> {
  try {
    const answer = await fetch(place.dataset['status']!, { cache: 'no-store' });
    const status = answer.ok ? parseStatus(await answer.text()) : undefined;
    if (!status) return;
    const { state, faults, facts } = statusWords(status, Date.parse(answer.headers.get('Date') ?? ''));
    place.replaceChildren(
      made('p', state),
      ...(faults.length > 0 ? [made('ul', ...faults.map((fault) => made('li', fault)))] : []),
      made('dl', ...facts.flatMap(([label, words]) => [made('dt', label), made('dd', words)])),
    );
  } catch (cause) {
    console.error(cause);
  }
}

/** A page that loads one file less than with `element.ts`; text becomes text here too. */
function made(tag: string, ...children: readonly (Node | string)[]): HTMLElement {
  const one = document.createElement(tag);
  one.append(...children);
  return one;
}
