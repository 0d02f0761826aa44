import { bring } from '../../src/mirror/mirror.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { FaultyDisk } from './faulty-disk.ts';

/* `node killed.ts <site> <mirror> <step>`: a run that is killed within a step, as by `kill -9`. */

const [site = '', to = '', at = ''] = process.argv.slice(2);
let seen = 0;
const disk = new FaultyDisk(Number(at), 'dies', () => {
  // Seen a second time in one step, half of it is done.
  if (disk.steps === Number(at) && ++seen === 2) process.kill(process.pid, 'SIGKILL');
});
await bring(folderSource(site), { to, part: 'site', now: '2026-11-22T12:00:00+08:00', disk });
