import {
  Implausible,
  LARGEST_FEED,
  LARGEST_HEAD,
  parseFeed,
  parseHead,
  type Head,
} from '../../core/screen/browser/feed.ts';
import { get, textOf, type Answer } from './get.ts';
import { sha256 } from './sha256.ts';
import type { Copy } from './store.ts';
import { after } from './timer.ts';
import type { Pulse } from './watchdog.ts';

/** Longest that the server may take, in seconds. */
const HEAD_TIMEOUT = 10;
const FEED_TIMEOUT = 20;

/** A loop that is silent for so long stands still, in seconds; in quiet hours half as long again as it rests. */
const SILENT = 300;

/** Newer data that was found good, and the texts it came in. */
export interface Fresh {
  copy: Copy;
  texts: { head: string; feed: string };
}

interface Watching {
  screen: string;
  /** What the screen tells of itself: the query of the next question. */
  beat: () => string;
  /** The pointer of the newest data at hand. */
  held: () => Head;
  /** The server has answered; its clock is in the answer. */
  answered: (answer: Answer) => void;
  /** The pointer was found good. Without `fresh` it points to the feed at hand. */
  found: (head: Head, fresh: Fresh | undefined) => void;
  /** The end of each question: whether the server gave a sound answer. */
  asked: (error: unknown) => Promise<void>;
  /** Seconds until the next question, after so many failures in a row. */
  pause: (failures: number) => number;
  /** Told with every question when the next is due. */
  pulse: Pulse;
}

/** Looks for newer data for ever, one question at a time. Never gives up and never throws. */
export async function watch(watching: Watching): Promise<never> {
  for (let failures = 0; ;) {
    let error: unknown;
    watching.pulse.within(SILENT);
    try {
      await ask(watching);
      failures = 0;
    } catch (reason) {
      error = reason;
      failures += 1;
    }
    const seconds = watching.pause(failures);
    watching.pulse.within(Math.max(SILENT, 1.5 * seconds));
    // Whatever comes of the answer, there is a next question; what fails here is counted as nobody caught it.
    void watching.asked(error);
    await new Promise<void>((done) => after(seconds, done));
  }
}

/** Asks once. Every doubt is an error, and then nothing has changed. */
async function ask({ screen, beat, held, answered, found }: Watching): Promise<void> {
  const answer = await get(`head.json${beat()}`, HEAD_TIMEOUT, LARGEST_HEAD);
  const text = textOf(answer.bytes);
  const head = parseHead(text, screen);
  answered(answer);
  const { seq, generated, feed } = held();
  if (isAhead(head.generated, answer.date, generated)) throw new Implausible('generated in the future');
  if (head.seq < seq) throw new Implausible(`seq ${head.seq} is older than ${seq}`);
  if (head.feed.sha256 === feed.sha256) return found(head, undefined);
  const { bytes } = await get(head.feed.path, FEED_TIMEOUT, LARGEST_FEED);
  if (bytes.length !== head.feed.bytes) throw new Implausible('length of the feed');
  if (sha256(bytes) !== head.feed.sha256) throw new Implausible('hash of the feed');
  const texts = { head: text, feed: textOf(bytes) };
  found(head, { copy: { head, feed: parseFeed(texts.feed, screen, head.feed.items) }, texts });
}

const DAY = 24 * 60 * 60_000;

/**
 * Whether data claim to be of a day that has not come: a build with a wrong date would be newer than all right ones
 * after it. A server whose clock is behind what is shown cannot tell.
 */
function isAhead(generated: string, date: string | null, shown: string): boolean {
  const now = date === null ? Number.NaN : Date.parse(date);
  return now >= Date.parse(shown) && Date.parse(generated) - now > DAY;
}
