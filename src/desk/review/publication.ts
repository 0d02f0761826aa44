import { createHash } from 'node:crypto';
import type { Actor, Publication } from '../../core/desk/api.ts';
import { printInstant } from '../../core/announcement/instant.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { isWithin, type ContentRepository } from '../../office/repository.ts';
import { readSettings } from '../../settings.ts';
import { announcementPath, basePath, origin } from '../../site/address.ts';
import type { Written } from '../check/written.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../refused.ts';
import { findRelease, type Release } from './release.ts';

type Step = Publication['steps'][number];

/**
 * How far the publication of a draft has come, as the repository and the site tell.
 * @param wanted the id that it was to have
 * @throws {Refused} 404 where nothing was published of it
 */
export async function publicationOf(
  desk: Desk,
  repository: ContentRepository,
  key: string,
  wanted?: string,
): Promise<Publication> {
  const release = await findRelease(repository, key);
  if (!release) throw unpublished();
  const { id, at, digest, author, reviewers, waitsUntil } = release;
  const isRenamed = wanted !== undefined && wanted !== id;
  return {
    ...{ id, digest },
    at: waitsUntil ?? at,
    address: addressOf(desk.contentDir, id),
    steps: [
      { name: '已检查', state: 'done', ...(isRenamed && { words: `“${wanted}”刚被别人用了，改用“${id}”` }) },
      { name: '已提交', state: 'done' },
      await siteStep(desk, repository, release),
    ],
    author: desk.colleagues.actorOf(author),
    reviewers: reviewers.map((one) => desk.colleagues.actorOf(one)),
  };
}

export const unpublished = (): Refused =>
  new Refused(404, { message: '这一份还没有发布。', help: '回到工作台看看。' });

/** Where the site shows an announcement. */
function addressOf(contentDir: string, id: string): string {
  const [site, settings] = [loadSite(contentDir), readSettings()];
  return `${origin(settings, site)}${basePath(settings, site)}${announcementPath(id)}`;
}

async function siteStep(
  { site, now }: Desk,
  repository: ContentRepository,
  { revision, waitsUntil, at }: Release,
): Promise<Step> {
  const name = '网站已更新';
  if (waitsUntil !== undefined && waitsUntil > now())
    return { name, state: 'waiting', words: `到${printInstant(waitsUntil)}自动发布` };
  const { status } = await site.look();
  const has = async (other: string | undefined): Promise<boolean> =>
    other !== undefined && (other === revision || (await isWithin(repository.top, revision, other)));
  if (await has(status?.served?.revision)) return { name, state: 'done' };
  const state = site.stateOf(now(), at);
  if (state !== 'silent' && status?.phase === 'failed' && (await has(status.revision)))
    return {
      ...{ name, state: 'failed' },
      words: status.reason ?? '网站没有更新，还是原来的。',
      help: '请把“网站状态”里的话复制给技术人员。',
    };
  return { name, ...waiting(state) };
}

function waiting(state: 'current' | 'working' | 'failed' | 'silent' | 'none'): Omit<Step, 'name'> {
  if (state === 'silent')
    return { state: 'failed', words: '网站的机器没有回应', help: '已经提交，不会丢；请技术人员看看。' };
  if (state === 'none') return { state: 'waiting', words: '下一次生成网站时公布' };
  return { state: state === 'working' ? 'running' : 'waiting', words: '网站正在更新，一般几分钟' };
}

/** What was written in where no repository remembers it. */
export function writtenIn(
  { contentDir }: Desk,
  { id, text }: Pick<Written, 'id' | 'text'>,
  author: Actor,
  words: string,
): Publication {
  return {
    id,
    address: addressOf(contentDir, id),
    steps: [
      { name: '已检查', state: 'done' },
      { name: '已写入', state: 'done', words },
      { name: '网站已更新', state: 'waiting', words: '下一次生成网站时公布' },
    ],
    digest: createHash('sha256').update(text).digest('hex'),
    author,
    reviewers: [],
  };
}
