import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { attachmentPath } from '../../../site/address.ts';
import { attachmentsOf, sourceOf } from '../../../site/attachments.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

/** Attachments are copied byte for byte under plain names. */
export function getStaticPaths() {
  return loadContent().edition.entries.flatMap((entry) =>
    attachmentsOf(entry).map(({ file }, index) => ({
      params: { id: entry.id, attachment: attachmentPath(entry.id, index, file).split('/').at(-1)! },
      props: { source: sourceOf(edition, entry, file) },
    })),
  );
}

export const GET: APIRoute<{ source: string }> = ({ props }) => new Response(readFileSync(props.source));
