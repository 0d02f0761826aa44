import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Boot } from '../../src/core/screen/browser/boot.ts';
import { readSettings } from '../../src/settings.ts';
import { openBrowser } from '../browser.ts';
import { runScript, ScriptError } from '../script.ts';
import { Figures, type Told } from './figures.ts';
import { HallDay, type Glass } from './hall/day.ts';
import { board, sign, strip } from './hall/uses.ts';
import type { Workshop } from './workshop.ts';

const usage = `usage: npm run bench -- hall
A simulated working day of each screen of the sample, with 24 and with 60 openings and every fault in turn: states that
are wrong, silent or late, and the worst lateness.`;

/** Measures in a process of its own: which site the server of the hall serves is settled when a process starts. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  await figures.stage('the hall', async () => {
    const { env } = await shop.sample();
    const child = fork(import.meta.filename, {
      env: { ...process.env, ...env },
      stdio: 'inherit',
      execArgv: [],
    });
    child.on('message', (told: Told) => figures.tell(told));
    const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
    if (code !== 0) throw new Error(`the process that simulates the hall ended with ${code}`);
  });
}

/** The process itself. */
async function simulate(): Promise<number> {
  if (!process.send) throw new ScriptError('it is a part of the bench: npm run bench -- hall');
  const figures = new Figures((told) => process.send!(told));
  const browser = await figures.stage('open a browser', openBrowser);
  if (browser) {
    for (const glass of glassesIn(join(readSettings().outDir, 'display')))
      for (const openings of [24, 60])
        await figures.stage(`${glass.id} with ${openings} openings`, async () => {
          const { wrong, silent, late, worstPublished, worstState } = await HallDay.live(
            browser,
            glass,
            openings,
          );
          const name = `${glass.id}, ${openings} openings`;
          figures.goal(`${name}: wrong states`, wrong.length, 0, '');
          figures.goal(`${name}: silent states`, silent.length, 0, '');
          figures.goal(`${name}: late states`, late.length, 0, '');
          figures.known(`${name}: worst lateness of what was published`, worstPublished, 's');
          figures.known(`${name}: worst lateness of a state`, worstState, 's');
          for (const fault of [...wrong, ...silent, ...late].slice(0, MOST_TOLD)) console.error(`  ${fault}`);
        });
    await browser.close();
  }
  process.disconnect?.();
  return 0;
}

/** Faults of one day that are told in full. */
const MOST_TOLD = 12;

/** The screens of a site as their pages say that they are set. */
function glassesIn(folder: string): readonly Glass[] {
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'head.json')))
    .map((id) => {
      const page = readFileSync(join(folder, id, 'index.html'), 'utf8');
      const boot = JSON.parse(/<script[^>]* id="boot"[^>]*>(.*?)<\/script>/su.exec(page)![1]!) as Boot;
      if (boot.sign) {
        const room = /^\d+/u.exec(boot.feed.screen.replace(/^\D+/u, ''))![0];
        return { id, size: { width: boot.sign.width, height: boot.sign.height }, room, ...sign };
      }
      if (boot.strip) return { id, size: { width: boot.strip.width, height: boot.strip.em }, ...strip };
      const { width, height } = boot.layout!;
      return { id, size: { width, height }, ...board };
    });
}

if (import.meta.main) await runScript({ usage, options: {} }, simulate);
