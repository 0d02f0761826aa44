import { measure, METRES_ELSEWHERE } from '../screen/browser/kinds.ts';

const SECONDS_ELSEWHERE = { s: 1, 秒钟: 1, 分: 60, 分钟: 60 } as const;

/** How long a kiosk waits for a touch before it warns, in seconds: time to read a page of an announcement. */
export const idleKind = measure('idle', /^秒$/u, '秒', '60秒', [30, 600], SECONDS_ELSEWHERE);

/** How long the warning stands, in seconds: WCAG 2.2.1 asks for 20 at least. */
export const warningKind = measure('warning', /^秒$/u, '秒', '20秒', [20, 120], SECONDS_ELSEWHERE);

/** From the eye of who stands before a kiosk to its glass, in metres: further than this no arm reaches. */
export const reachKind = measure('reach', /^米$/u, '米', '0.6米', [0.3, 1], METRES_ELSEWHERE);
