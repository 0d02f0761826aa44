import type { Heard } from './log.ts';

const MINUTE = 60_000;

/** One device that shows a screen: its beats in order of time. */
export type Source = readonly Heard[];

/** Beats of one loading of the page. */
interface Load {
  readonly beats: Heard[];
}

/**
 * The devices behind the beats of one screen. A device is told from others by its address and its kind of browser; by
 * its running time where several share an address, as behind a proxy; and it is the same after its address has changed
 * under a page that went on running. Devices that share an address and a kind of browser cannot be told apart where
 * they were switched on within a minute, or where one begins after another has ended.
 */
export function sourcesOf(heard: readonly Heard[]): readonly Source[] {
  const sources: Heard[][] = [];
  for (const { beats } of loadsOf(heard)) {
    const source = sources.findLast((other) => follows(beats[0]!, other.at(-1)!));
    if (source) source.push(...beats);
    else sources.push(beats);
    // The one that ended last is the first to be asked for what comes next.
    sources.sort((a, b) => a.at(-1)!.at - b.at(-1)!.at);
  }
  return sources;
}

/** Each loading of the page, in the order of its first beat. */
function loadsOf(heard: readonly Heard[]): readonly Load[] {
  const loads: Load[] = [];
  for (const one of heard.toSorted((a, b) => a.at - b.at)) {
    const load = loads.findLast(
      ({ beats }) => isSameMachine(beats.at(-1)!, one) && isSameLoad(beats.at(-1)!, one),
    );
    if (load) load.beats.push(one);
    else loads.push({ beats: [one] });
  }
  return loads;
}

const isSameMachine = (a: Heard, b: Heard): boolean => a.from === b.from && a.browser === b.browser;

/** Running times are told in whole minutes, and an answer may take seconds. */
const TOLERANCE = 1.5 * MINUTE;

const bornAt = ({ at, beat }: Heard): number => at - beat.minutes * MINUTE;

const isSameLoad = (a: Heard, b: Heard): boolean => Math.abs(bornAt(a) - bornAt(b)) <= TOLERANCE;

/** Whether a loading is the next of a device that was heard last with `last`: two at once are two devices. */
const follows = (first: Heard, last: Heard): boolean =>
  first.at >= last.at &&
  (isSameMachine(first, last) ||
    (first.box === last.box && first.browser === last.browser && isSameLoad(first, last)));
