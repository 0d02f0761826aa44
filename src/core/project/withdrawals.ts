import { printInstant, printStart } from '../announcement/instant.ts';
import { isCurrent, stoodAt, withdrawalOf } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { relatedOf, type LinkedAnnouncements, type Linked } from './links.ts';

/** Whether each withdrawal 撤下 is one, and later than what it takes down; what came after it should rest on something else. */
export const checkWithdrawals = (archive: LinkedAnnouncements): readonly Finding[] =>
  archive.entries.flatMap((entry) => [...checkWithdrawal(entry), ...checkRest(archive, entry)]);

function checkWithdrawal({ id, announcement }: Linked): readonly Finding[] {
  const withdrawal = withdrawalOf(announcement);
  if (!withdrawal) return [];
  const second = announcement.withdrawn!.slice(1).map((_, index): Finding => {
    const message = '“撤下”只能写一项';
    const help = '一份公告只撤下一次；删掉多写的，经过写在第一项的“原因”里';
    return { code: 'L126', id, at: `withdrawn.${index + 1}`, message, help };
  });
  if (withdrawal.at >= announcement.publishedAt) return second;
  const message = `撤下的时间（${printInstant(withdrawal.at)}）早于发布时间`;
  const help = `核对年份和时间；发布于${printStart(announcement.publishedAt)}`;
  return [{ code: 'L125', id, at: 'withdrawn.0.at', message, help }, ...second];
}

/** To follow what is withdrawn later is no fault: it stood. */
function checkRest(archive: LinkedAnnouncements, entry: Linked): readonly Finding[] {
  const parent = archive.parentOf(entry);
  if (!parent || !isCurrent(entry) || stoodAt(parent.announcement, entry.announcement.publishedAt)) return [];
  const { at } = withdrawalOf(parent.announcement)!;
  const message = `关联公告“${relatedOf(entry.announcement)!}”在${printInstant(at)}已经撤下`;
  const help = '写重新发布的那一份；确实要接在撤下的后面，不用改';
  return [{ code: 'L124', id: entry.id, at: 'related', message, help }];
}
