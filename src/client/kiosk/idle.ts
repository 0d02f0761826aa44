/** A start page that nobody touches is loaded anew after so long, in milliseconds. */
const FRESH_EVERY = 30 * 60_000;

/** After a refusal by a server that is away, the next attempt. */
const TRY_AGAIN = 60_000;

const INPUTS = ['pointerdown', 'touchstart', 'keydown', 'wheel'] as const;

interface Idling {
  idleSeconds: number;
  warnSeconds: number;
  /** Whether there is nothing of a visitor to be cleared. */
  isClean: () => boolean;
  /** Somebody may have gone; so many seconds are left to say no. Told each second. */
  warn: (seconds: number) => void;
  /** Nobody is there any more. */
  gone: () => void;
  /** The page has been left alone for half an hour. */
  refresh: () => void;
}

interface Idleness {
  /** For how long nobody has touched anything, in milliseconds. */
  lasted: () => number;
  /** Somebody has said that he is there. While the kiosk warns, no other touch says so: it is meant for the question. */
  end: () => void;
}

/** Watches whether anybody is there. */
export function watchIdle(idling: Idling): Idleness {
  const idle = idling.idleSeconds * 1000;
  const end = idle + idling.warnSeconds * 1000;
  let touched = performance.now();
  let freshened = touched;
  let timer = 0;
  let isWarning = false;

  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(look, milliseconds);
  };
  const look = (): void => {
    const now = performance.now();
    const rest = now - touched;
    const isClean = idling.isClean();
    isWarning = !isClean && rest >= idle && rest < end;
    if (isClean) {
      if (Math.min(rest, now - freshened) >= FRESH_EVERY) {
        idling.refresh();
        freshened = now - FRESH_EVERY + TRY_AGAIN;
      }
      lookIn(TRY_AGAIN);
    } else if (isWarning) {
      const left = Math.ceil((end - rest) / 1000);
      idling.warn(left);
      lookIn(end - rest - (left - 1) * 1000);
    } else if (rest >= end) {
      touched = freshened = now;
      idling.gone();
      lookIn(TRY_AGAIN);
    } else lookIn(idle - rest);
  };
  const touch = (): void => {
    touched = performance.now();
    // What the touch does to the page comes after it.
    lookIn(0);
  };

  for (const name of INPUTS)
    addEventListener(name, () => isWarning || touch(), { capture: true, passive: true });
  look();
  return { lasted: () => performance.now() - touched, end: touch };
}
