import { toQuery } from '../../core/screen/browser/beat.ts';
import { seqOf } from '../../core/screen/browser/feed.ts';
import { hasChineseFont } from '../screen/font.ts';
import { boot } from './page.ts';
import { clock } from './time.ts';

const MINUTE = 60_000;

const hasFont = hasChineseFont();
let errors = 0;
for (const event of ['error', 'unhandledrejection']) addEventListener(event, () => (errors += 1));

/** What the web server's log will hold of this kiosk, as of any screen; nothing of its visitors. */
export function tellBeat(failures: number): string {
  const skew = clock.skew();
  return toQuery({
    screen: boot.kiosk,
    seq: seqOf(boot.generated),
    minutes: performance.now() / MINUTE,
    errors: errors + failures,
    ...(skew === undefined ? {} : { skewSeconds: skew / 1000 }),
    hasFont,
    nodes: document.getElementsByTagName('*').length,
  });
}
