import {
  Implausible,
  LARGEST_FEED,
  LARGEST_HEAD,
  parseFeed,
  parseHead,
  type Head,
} from '../../core/display/feed.ts';
import { get, textOf, type Answer } from './get.ts';
import { sha256 } from './sha256.ts';
import type { Copy } from './store.ts';

/** Seconds between two questions to the server, and after the first, second, … failure in a row. */
const EVERY = 60;
const AFTER_FAILURE = [5, 10, 20, 45] as const;

/** Longest that the server may take, in seconds. */
const HEAD_TIMEOUT = 10;
const FEED_TIMEOUT = 20;

export interface Watching {
  screen: string;
  /** What the screen tells of itself: the query of the next question. */
  beat: () => string;
  /** The pointer of the newest data at hand. */
  held: () => Head;
  /** The server has answered; its clock is in the answer. */
  answered: (answer: Answer) => void;
  /** Newer data was found good. Without `feed` it is the feed at hand under a newer pointer. */
  found: (head: Head, fresh?: { copy: Copy; texts: { head: string; feed: string } }) => void;
  /** The end of each question: whether the server gave a sound answer. */
  asked: (error: unknown) => void;
}

/** Looks for newer data for ever, one question at a time. Never gives up and never throws. */
export async function watch(watching: Watching): Promise<never> {
  for (let failures = 0; ;) {
    let error: unknown;
    try {
      await ask(watching);
      failures = 0;
    } catch (reason) {
      error = reason;
      failures += 1;
    }
    watching.asked(error);
    const seconds = failures === 0 ? EVERY : AFTER_FAILURE[Math.min(failures, AFTER_FAILURE.length) - 1]!;
    await pause(seconds * jitter());
  }
}

/** Asks once. Every doubt is an error, and then nothing has changed. */
async function ask({ screen, beat, held, answered, found }: Watching): Promise<void> {
  const answer = await get(`head.json${beat()}`, HEAD_TIMEOUT, LARGEST_HEAD);
  const text = textOf(answer.bytes);
  const head = parseHead(text, screen);
  answered(answer);
  const { seq, feed } = held();
  if (head.seq < seq) throw new Implausible(`seq ${head.seq} is older than ${seq}`);
  if (head.feed.sha256 === feed.sha256) return found(head);
  const { bytes } = await get(head.feed.path, FEED_TIMEOUT, LARGEST_FEED);
  if (bytes.length !== head.feed.bytes) throw new Implausible('length of the feed');
  if (sha256(bytes) !== head.feed.sha256) throw new Implausible('hash of the feed');
  const texts = { head: text, feed: textOf(bytes) };
  found(head, { copy: { head, feed: parseFeed(texts.feed, screen, head.feed.items) }, texts });
}

const pause = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

/** ±20 %, so that the screens of a house do not all ask at once. */
const jitter = (): number => 0.8 + 0.4 * Math.random();
