import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'] || undefined;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // Long enough for a machine that has other work too; whoever waits in vain loses no more than this.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    // A page of its own for each test takes a process and 0.8 s of the processor, half of all that they took. Between
    // tests Playwright empties storage, caches, routes and clocks; see tests/e2e/base.ts for the rest.
    reuseContext: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        // Chromium refuses to start a sandbox as root; everybody else keeps it.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        // On a closed network these look-ups of the browser itself are refused, and slow every start.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
