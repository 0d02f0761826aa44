import type { Page } from '@playwright/test';

/**
 * Milliseconds for which something keeps the page's own thread at work. Other programs that want the processor make it
 * no longer. A page that is left for another must be of the same origin.
 */
export async function workOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const before = await workedMs();
  await act();
  const worked = (await workedMs()) - before;
  await session.detach();
  return worked;
}
