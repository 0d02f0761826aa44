import type { Kiosk } from '../corpus/corpus.ts';
import { checkOrientation } from '../screen/browser/orientation.ts';
import { checkPixels } from '../screen/browser/pixels.ts';
import type { Panel } from '../screen/browser/panel.ts';
import { wantingOn, type Wanting } from './layout.ts';

/** A fault of a kiosk's settings; `at` is the English key of the guilty one. */
interface KioskFault {
  at: keyof Kiosk & string;
  message: string;
  help: string;
}

/** Where who touches a kiosk stands, if its settings do not say: an arm bent. */
const USUAL_DISTANCE_M = 0.6;

export const panelOf = ({ inches, pixels, distanceM = USUAL_DISTANCE_M }: Kiosk): Panel => ({
  inches,
  ...pixels,
  distanceM,
});

/** What no single setting of a kiosk shows. */
export function checkKiosk(kiosk: Kiosk): readonly KioskFault[] {
  const wrong = checkPixels(kiosk.pixels);
  if (wrong) return [{ at: 'pixels', ...wrong }];
  const turned = checkOrientation(kiosk.orientation, kiosk.pixels);
  const wanting = wantingOn(panelOf(kiosk));
  return [
    ...(turned ? [{ at: 'orientation' as const, ...turned }] : []),
    ...(wanting ? [tooSmall(wanting, kiosk)] : []),
  ];
}

function tooSmall({ side, neededMm, presentMm }: Wanting, { inches }: Kiosk): KioskFault {
  const name = side === 'width' ? '宽' : '高';
  return {
    at: 'inches',
    message: `要放下 15 毫米的字母键和大字的标题，屏幕要有 ${Math.ceil(neededMm)} 毫米${name}，${inches} 英寸只有 ${Math.floor(presentMm)} 毫米`,
    help: `换 ${Math.ceil((inches * neededMm) / presentMm)} 英寸以上的屏幕；或者核对尺寸和像素`,
  };
}
