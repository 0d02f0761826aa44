import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NOTICE, notice, temporaryFolder } from '../../cli/command.ts';
import { writeBackup } from '../../../src/office/backup/archive.ts';
import { gather, type Office } from '../../../src/office/backup/contents.ts';
import { ownDisk } from '../../../src/office/backup/disk.ts';
import { Office as GitOffice, type Clerk } from '../clerks.ts';

export const NOW = '2026-12-01T02:00:00+08:00';

export const DRAFT = '.cache/desk/d-1/draft.json';

export const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A machine of an office: what is backed up there, beside what need not be. */
export function machine(contentDir: string): Office {
  const folder = temporaryFolder();
  write(join(folder, 'site/index.html'), '');
  write(join(folder, 'site.published.ndjson'), '{"list":1}\n');
  write(
    join(folder, '.env'),
    'CONTENT_DIR=../content\nMIRROR_KEY=/etc/key\nMIRROR_PUBLIC_KEY=/etc/key.pub\n',
  );
  return {
    contentDir,
    outDir: join(folder, 'site'),
    ownSettings: join(folder, '.env'),
    now: NOW,
    version: '0.1.0',
  };
}

/** A clerk in the middle of her work: one announcement published, one changed, one new, a draft at the desk. */
export function busyClerk(): { clerk: Clerk; office: GitOffice } {
  const office = new GitOffice({ [NOTICE]: notice() });
  const clerk = office.clerk();
  clerk.write(NOTICE, notice({ 标题: '标题: 改了一半的通知' }));
  clerk.write('announcements/general/2026/新 的.md', '写到一半');
  clerk.write(DRAFT, '{"title":"草稿"}');
  clerk.write('.cache/build/state', '可以重新生成');
  clerk.write('.gitignore', '.cache/\n');
  return { clerk, office };
}

/** Backs an office up. @returns the file */
export async function backUp(office: Office, disk = ownDisk): Promise<string> {
  const out = join(temporaryFolder(), 'zhangbang-20261201-020000.tar');
  const { files } = await gather(office, temporaryFolder());
  writeBackup(disk, out, files);
  return out;
}
