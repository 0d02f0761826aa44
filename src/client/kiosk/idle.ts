/** A start page that nobody touches is loaded anew after so long, in milliseconds. */
const FRESH_EVERY = 30 * 60_000;

/** After a refusal by a server that is away, the next attempt. */
const TRY_AGAIN = 60_000;

const INPUTS = ['pointerdown', 'touchstart', 'keydown', 'wheel'] as const;

export interface Idling {
  idleSeconds: number;
  warnSeconds: number;
  /** Whether there is nothing of a visitor to be cleared. */
  isClean: () => boolean;
  /** Somebody may have gone; so many seconds are left to say no. Told each second. */
  warn: (seconds: number) => void;
  /** Somebody is there after all. */
  stayed: () => void;
  /** Nobody is there any more. */
  gone: () => void;
  /** The page has been left alone for half an hour. */
  refresh: () => void;
}

/** Watches whether anybody is there. Gives a function that tells for how long nobody was, in milliseconds. */
export function watchIdle(idling: Idling): () => number {
  const idle = idling.idleSeconds * 1000;
  const end = idle + idling.warnSeconds * 1000;
  let touched = performance.now();
  let freshened = touched;
  let timer = 0;
  let isWarning = false;

  const calm = (): void => {
    if (isWarning) idling.stayed();
    isWarning = false;
  };
  const look = (): void => {
    const now = performance.now();
    const rest = now - touched;
    clearTimeout(timer);
    if (idling.isClean()) {
      calm();
      if (Math.min(rest, now - freshened) >= FRESH_EVERY) {
        idling.refresh();
        freshened = now - FRESH_EVERY + TRY_AGAIN;
      }
      timer = window.setTimeout(look, TRY_AGAIN);
    } else if (rest >= end) {
      calm();
      idling.gone();
      touched = freshened = now;
      timer = window.setTimeout(look, TRY_AGAIN);
    } else if (rest >= idle) {
      isWarning = true;
      const left = Math.ceil((end - rest) / 1000);
      idling.warn(left);
      timer = window.setTimeout(look, end - rest - (left - 1) * 1000);
    } else {
      calm();
      timer = window.setTimeout(look, idle - rest);
    }
  };

  for (const name of INPUTS)
    addEventListener(
      name,
      () => {
        touched = performance.now();
        // What the touch does to the page comes after it.
        setTimeout(look);
      },
      { capture: true, passive: true },
    );
  look();
  return () => performance.now() - touched;
}
