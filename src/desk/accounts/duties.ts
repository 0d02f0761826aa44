import { Refused } from '../refused.ts';
import type { Shelf } from '../drafts/shelf.ts';
import type { Account, Duty } from './accounts.ts';

/** What is asked, by whom. */
interface Asked {
  readonly account: Account;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
}

/**
 * Whether somebody may do what she asks: by her duties, and with drafts by whose they are. What is not named here may be
 * read by everybody who has an account.
 * @throws {Refused} 403
 */
export function permit(shelf: Pick<Shelf, 'has' | 'read'>, { account, method, path }: Asked): void {
  if (path === '/api/leave')
    throw new Refused(403, { message: '大家都在用，不能关掉。', help: '要停的，请技术人员停。' });
  if (/^\/api\/reviews\/[^/]+\/(?:approve|return)$/u.test(path)) return need(account, 'review', '审核');
  if (method !== 'GET' && /^\/api\/(?:drafts|publish)(?:\/|$)/u.test(path)) need(account, 'write', '经办');
  const key = /^\/api\/(?:drafts|publish)\/([^/]+)/u.exec(path)?.[1];
  if (key === undefined || (method === 'GET' && path.startsWith('/api/publish/'))) return;
  if (shelf.has(key) && shelf.read(key).author.id !== account.id)
    throw new Refused(403, { message: '这是同事的草稿。', help: '请写的人自己改；要审核的，等送审。' });
}

function need({ duties }: Account, duty: Duty, name: string): void {
  if (!duties.includes(duty))
    throw new Refused(403, { message: `您的账号没有“${name}”的角色。`, help: '要用的，请技术人员加上。' });
}
