import { spawnSync } from 'node:child_process';
import { runScript, ScriptError } from './script.ts';

/** A day and a place on which the tests must say the same as today and here. */
interface Setting {
  readonly name: string;
  /** As Debian's `faketime` reads it; none leaves this machine's clock. */
  readonly time?: string;
  readonly zone?: string;
}

const SETTINGS: readonly Setting[] = [
  { name: 'tomorrow', time: '+1d' },
  { name: 'new-year', time: '2027-01-01 00:10:00' },
  { name: 'leap-day', time: '2028-02-29 23:50:00' },
  { name: 'five-years', time: '+5y' },
  { name: 'honolulu', zone: 'Pacific/Honolulu' },
  { name: 'kiritimati', zone: 'Pacific/Kiritimati' },
];

const names = SETTINGS.map(({ name }) => name);
const usage = `usage: npx node tests/other-dates.ts [${names.join(' | ')} …] [--steps "unit build output browser"]
Runs the tests at other dates and in other time zones, and says which fail. Needs Debian's package faketime.`;

/** One run of `npm test` with its clock and zone set; its output is shown as it comes. Returns whether it passed. */
function run({ time, zone }: Setting, steps: readonly string[]): boolean {
  const test = [process.execPath, 'src/cli/main.ts', 'test', ...steps];
  const [program = '', ...args] = time === undefined ? test : ['faketime', '-f', faked(time), ...test];
  const { status, error } = spawnSync(program, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(zone && { TZ: zone }),
      // Durations are measured by that clock, and files keep the times that they have.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
  });
  if (error) throw new ScriptError('faketime is not installed: apt-get install faketime', { cause: error });
  return status === 0;
}

/** A clock that goes on from there: `@` before a date says so, an offset does it anyway. */
const faked = (time: string): string => (time.startsWith('+') ? time : `@${time}`);

function main(settings: readonly Setting[], steps: readonly string[]): number {
  const failed = settings.filter((setting) => {
    console.log(`\n=== ${setting.name}: ${setting.time ?? 'now'}, ${setting.zone ?? 'this zone'}`);
    return !run(setting, steps);
  });
  if (failed.length > 0) console.log(`\nfailed: ${failed.map(({ name }) => name).join(', ')}`);
  else console.log('\nall the same at every date and in every zone');
  return failed.length === 0 ? 0 : 1;
}

const options = { steps: { type: 'string', default: 'unit build output browser' } } as const;

await runScript({ usage, options, names }, ({ steps }, chosen) =>
  main(
    SETTINGS.filter(({ name }) => chosen.length === 0 || chosen.includes(name)),
    steps.split(' '),
  ),
);
