import { LEDGER } from '../../core/corpus/ledger-folder.ts';
import { git } from '../git.ts';
import { textAt, type Snapshot } from './commits.ts';
import { textsIn } from './settings-at.ts';

/** Files of the ledger that only grow. */
const GROWING = ['leaves', 'checkpoints.txt'];

/** What of the ledger is lost from one commit to another, a sentence each: it only grows, and keeps its name. */
export function ledgerLosses(before: Snapshot, after: Snapshot): readonly string[] {
  const lost = growingFiles(before).filter(
    (file) =>
      !(textAt(after.place, after.commit, file) ?? '').startsWith(textAt(before.place, before.commit, file)!),
  );
  const [name, now] = [before, after].map(nameOf);
  return [
    ...lost.map((file) => `公开记录 ${file} 只能在后面添，前面的少了或者改了。`),
    ...(name !== undefined && now !== name ? [`站点设置里的登记簿 ${name} 不能改，也不能去掉。`] : []),
  ];
}

const growingFiles = ({ place: { folder, prefix }, commit }: Snapshot): readonly string[] =>
  git(folder, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit, '--', ...pathsBelow(prefix)])
    .split('\0')
    .filter(Boolean)
    .map((path) => path.slice(prefix.length));

const pathsBelow = (prefix: string): readonly string[] => GROWING.map((name) => `${prefix}${LEDGER}/${name}`);

const nameOf = ({ place, commit }: Snapshot): string | undefined =>
  textsIn(textAt(place, commit, 'site.yaml'), 'site.yaml').get('登记簿');
