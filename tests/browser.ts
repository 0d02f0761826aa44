import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { ensureBrowser } from '../src/cli/setup/browser.mjs';
import config from './playwright.config.ts';

/** How `npm test` starts its Chromium: the one that it finds or brings, with the flags of its configuration. */
export async function browserOptions(): Promise<LaunchOptions> {
  return { ...config.use?.launchOptions, executablePath: await ensureBrowser(process.execPath) };
}

/**
 * The browser of the tests, for a program that is no test. The caller closes it.
 * @throws {SetupError} one sentence for the user, when there is none and none can be had
 */
export const openBrowser = async (): Promise<Browser> => chromium.launch(await browserOptions());
