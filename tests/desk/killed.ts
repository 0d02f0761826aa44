import { Shelf } from '../../src/desk/drafts/shelf.ts';
import { FaultyDisk } from './faulty-disk.ts';

/* `node killed.ts <folder> <key> <step>`: a desk that is killed within a step of a save, as by `kill -9`. */

const [folder = '', key = '', at = ''] = process.argv.slice(2);
const disk = new FaultyDisk(Number(at), 'dies', () => process.kill(process.pid, 'SIGKILL'));
new Shelf(folder, () => '2026-03-02T09:00:00+08:00', disk).save(key, 1, { body: '新的正文' });
