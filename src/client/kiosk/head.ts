import { dataAge } from '../../core/kiosk/words.ts';
import { dayOf, toInstant } from '../screen/clock.ts';
import { element } from '../element.ts';
import { boot, part } from './page.ts';
import { clock, presentInstant } from './time.ts';
import { minutesAlone } from './watch.ts';

/**
 * Shows the clock and the age of the data in the head.
 * @param resized told when a warning has come or gone and there is another height left below the head
 */
export function showHead(resized: () => void): void {
  const now = clock.now();
  part('data-clock').replaceChildren(
    ...(now === undefined ? [] : [`${dayOf(now)} `, element('b', '', toInstant(now).slice(11, 16))]),
  );
  const skew = clock.skew();
  const skewSeconds = skew === undefined ? undefined : skew / 1000;
  const { freshness, words } = dataAge(boot.generated, presentInstant(), minutesAlone(), skewSeconds);
  const age = part('data-age');
  const before = document.documentElement.dataset['freshness'];
  document.documentElement.dataset['freshness'] = freshness;
  if (age.textContent !== words) age.textContent = words;
  if (before !== undefined && before !== freshness) resized();
}
