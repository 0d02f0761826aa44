import { dataAge } from '../../core/kiosk/words.ts';
import { glassState, toQuery } from '../../core/screen/browser/beat.ts';
import { seqOf } from '../../core/screen/browser/feed.ts';
import { hasChineseFont } from '../screen/font.ts';
import { panelFacts } from '../screen/panel.ts';
import { boot } from './page.ts';
import { clock, presentInstant } from './time.ts';

const MINUTE = 60_000;

const hasFont = hasChineseFont();
let errors = 0;
for (const event of ['error', 'unhandledrejection']) addEventListener(event, () => (errors += 1));

/** What the web server's log will hold of this kiosk, as of any screen; nothing of its visitors. */
export function tellBeat(failures: number, minutesAlone: number): string {
  const skew = clock.skew();
  return toQuery({
    screen: boot.kiosk,
    seq: seqOf(boot.generated),
    minutes: performance.now() / MINUTE,
    errors: errors + failures,
    skewSeconds: skew === undefined ? undefined : skew / 1000,
    hasFont,
    nodes: document.getElementsByTagName('*').length,
    state: glassState(undefined, dataAge(boot.generated, presentInstant(), minutesAlone).freshness),
    minutesAlone,
    ...panelFacts(),
  });
}
