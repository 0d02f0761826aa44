import { measure } from '../display/kinds.ts';

/** How long a kiosk waits for a touch before it warns, in seconds: time to read a page of an announcement. */
export const idleKind = measure('idle', /^秒$/u, '秒', '60秒', 30, 600);

/** How long the warning stands, in seconds: WCAG 2.2.1 asks for 20 at least. */
export const warningKind = measure('warning', /^秒$/u, '秒', '20秒', 20, 120);

/** From the eye of who stands before a kiosk to its glass, in metres: further than this no arm reaches. */
export const reachKind = measure('reach', /^米$/u, '米', '0.6米', 0.3, 1);
