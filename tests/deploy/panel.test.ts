import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** As wlr-randr 0.4.1 prints it under cage 0.2.0. */
const outputs = (isOn: boolean): string => `HDMI-A-1 "Example 55 (HDMI-A-1)"
  Make: Example
  Physical size: 1210x680 mm
  Enabled: ${isOn ? 'yes' : 'no'}
HDMI-A-2 "Another"
  Enabled: yes
`;

/** As cec-ctl 1.30 prints what a television answers. */
const answer = (state: string): string => `Transmit from Playback Device 1 to TV (4 to 0):
CEC_MSG_GIVE_DEVICE_POWER_STATUS (0x8f)
    Received from TV (0):
    CEC_MSG_REPORT_POWER_STATUS (0x90):
\tpwr-state: ${state}
`;

/** Runs the script at a time in Beijing; returns what it told the panel. */
function panelAt(time: string, env: Readonly<Record<string, string>>, present: string, year = '2026') {
  const place = mkdtempSync(join(tmpdir(), 'zhangbang-panel-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const told = join(place, 'told');
  const program = (name: string, text: string): void => {
    writeFileSync(join(place, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(place, name), 0o755);
  };
  writeFileSync(join(place, 'present'), present);
  program('date', `case $1 in +%Y) echo ${year} ;; *) [ "$TZ" = Asia/Shanghai ] && echo ${time} ;; esac`);
  program('wlr-randr', `[ $# -gt 0 ] && echo "$@" >>'${told}' || cat '${place}/present'`);
  program(
    'cec-ctl',
    `case "$*" in
*--playback) echo '\tPhysical Address           : 2.0.0.0' ;;
*power-status) cat '${place}/present' ;;
*) echo "$@" >>'${told}' ;;
esac`,
  );
  const { status, stderr } = spawnSync('sh', ['docs/deploy/kiosk/panel.sh'], {
    encoding: 'utf8',
    env: { PATH: `${place}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
  });
  return {
    status,
    stderr,
    told: existsSync(told) ? readFileSync(told, 'utf8').split('\n').filter(Boolean) : [],
  };
}

const day = { ON: '07:30', OFF: '18:45' };
const night = { ON: '18:00', OFF: '06:00' };
const lit = ['--output HDMI-A-1 --on'];
const dark = ['--output HDMI-A-1 --off'];

test.each([
  ['07:29', day, true, dark],
  ['07:30', day, false, lit],
  ['08:09', day, true, []],
  ['12:00', day, false, lit],
  ['18:44', day, true, []],
  ['18:45', day, true, dark],
  ['23:59', day, false, []],
  ['00:00', day, true, dark],
  ['20:00', night, false, lit],
  ['05:59', night, true, []],
  ['06:00', night, true, dark],
])('at %s a monitor with the hours %o that is lit (%s) is told %j', (time, hours, isOn, told) => {
  expect(panelAt(time, { ...hours, WAY: 'dpms' }, outputs(isOn))).toEqual({ status: 0, stderr: '', told });
});

test('the output may be named', () => {
  expect(panelAt('20:00', { ...day, OUTPUT: 'HDMI-A-2' }, outputs(true)).told).toEqual([
    '--output HDMI-A-2 --off',
  ]);
});

test('while the clock cannot be right, the panel is lit', () => {
  expect(panelAt('00:00', day, outputs(false), '1970').told).toEqual(lit);
});

const wake = ['-d /dev/cec0 --to 0 --image-view-on', '-d /dev/cec0 --active-source phys-addr=2.0.0.0'];
const sleep = ['-d /dev/cec0 --to 0 --standby'];

test.each([
  ['12:00', 'standby (0x01)', wake],
  ['12:00', 'to-standby (0x03)', wake],
  ['12:00', 'on (0x00)', []],
  ['20:00', 'on (0x00)', sleep],
  ['20:00', 'standby (0x01)', []],
])('at %s a television that says it is %s is told %j', (time, state, told) => {
  expect(panelAt(time, { ...day, WAY: 'cec' }, answer(state))).toEqual({ status: 0, stderr: '', told });
});

test('a television that does not answer is told all the same', () => {
  expect(panelAt('20:00', { ...day, WAY: 'cec' }, '').told).toEqual(sleep);
});

test('another way is refused by its name', () => {
  expect(panelAt('20:00', { ...day, WAY: 'magic' }, '')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('magic'),
  });
});
