import type { Desk } from './desk.ts';
import type { DraftRecord } from './drafts/record.ts';
import { Refused } from './refused.ts';
import type { Call } from './router.ts';

/**
 * The draft that a call changes.
 * @param act what she does, for the sentence that sends her elsewhere: 放附件
 * @throws {Refused} 409 where another window writes it, or where it is submitted or published
 */
export function writable(
  desk: Pick<Desk, 'shelf' | 'leases'>,
  { params, window }: Call,
  act: string,
): DraftRecord {
  const record = desk.shelf.read(params['key']!);
  if (!desk.leases.take(record.key, window))
    throw new Refused(409, { message: '另一个窗口正在写这份草稿。', help: `到那个窗口里${act}。` });
  if (record.phase !== 'draft' && record.phase !== 'returned')
    throw new Refused(409, { message: `已经送审，现在不能${act}。`, help: '要改的先撤回。' });
  return record;
}
