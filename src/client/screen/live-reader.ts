import type { BidsGlass } from '../../core/live/browser/bids.ts';
import { BidsForm } from './bids-form.ts';
import type { Turn } from './glass.ts';
import { Live, type LiveParts } from './live.ts';

/** Asks for what is read out, and draws it. */
export interface Reader {
  /** Asks what is due. */
  look: () => Promise<void>;
  ended: () => readonly string[];
  turnsOf: (above: number) => readonly Turn[];
  showClock: (time: string) => void;
  lastFault: () => string;
}

export function read(parts: LiveParts, glass: BidsGlass, factor: number): Reader {
  const [live, form] = [new Live(parts), new BidsForm(glass, factor)];
  return {
    look: () => live.look(),
    ended: () => live.ended(),
    turnsOf: (above) => form.turnsOf(live.readings(), above),
    showClock: (time) => form.showClock(time),
    lastFault: () => live.lastFault,
  };
}
