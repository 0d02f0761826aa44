import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { APIRoute } from 'astro';
import { attachmentPath } from '../../../site/address.ts';
import { loadContent } from '../../../site/content.ts';

/** Attachments are copied byte for byte under plain names. */
export function getStaticPaths() {
  const { corpus, settings } = loadContent();
  return corpus.entries.flatMap(({ id, file, attachments }) =>
    attachments.map((attachment, index) => ({
      params: { id, attachment: attachmentPath(id, index, attachment.file).split('/').at(-1)! },
      props: { source: join(settings.contentDir, dirname(file), attachment.file) },
    })),
  );
}

export const GET: APIRoute<{ source: string }> = ({ props }) => new Response(readFileSync(props.source));
