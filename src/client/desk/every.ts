import { useEffect, useRef } from 'preact/hooks';

/**
 * Does something again and again for as long as the page is seen; a page that comes back into sight does it at once.
 * @param period in milliseconds
 */
export function useEvery(period: number, act: () => void, isOn = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isOn) return undefined;
    const tick = (): void => {
      if (!document.hidden) latest.current();
    };
    const timer = setInterval(tick, period);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [period, isOn]);
}
