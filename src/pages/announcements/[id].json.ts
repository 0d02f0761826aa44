import type { APIRoute } from 'astro';
import { toDocument } from '../../core/open-data.ts';
import { absolute, announcementPath, attachmentPath } from '../../site/address.ts';
import { entryWith } from '../../site/announcement.ts';
import { loadContent } from '../../site/content.ts';
import { checkData } from '../../site/statutory.ts';

export const getStaticPaths = () => loadContent().corpus.entries.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { links } = loadContent();
  const { id, announcement, body, attachments } = entryWith(params['id']!);
  const { announcement: effective, changes } = links.effective.get(id)!;
  const urlOf = (other: string): string => absolute(announcementPath(other));
  const document = toDocument({
    id,
    url: urlOf(id),
    published: announcement,
    effective,
    changes,
    events: links.events.get(id)!,
    checks: checkData(id),
    attachments: attachments.map(({ file, name, bytes }, index) => ({
      name,
      url: absolute(attachmentPath(id, index, file)),
      bytes,
    })),
    body,
    urlOf,
  });
  return Response.json(document);
};
