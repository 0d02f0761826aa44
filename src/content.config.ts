import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { loadContent } from './site/content.ts';

/**
 * Tells Astro which announcements there are, each with a digest of what it says. Their fields stay out of its store:
 * pages take them from `loadContent`, and the store is written, bundled as one string and read again, which costs
 * 130 MB for 10,000 announcements and grows faster than their number. The store's own cache is cleared, since it
 * would keep entries across a change of schema.
 */
const announcements: Loader = {
  name: 'zhangbang-announcements',
  load: ({ store }) => {
    store.clear();
    for (const { id, announcement, body } of loadContent().edition.entries) {
      const digest = createHash('sha256').update(JSON.stringify(announcement)).update(body).digest('hex');
      store.set({ id, data: {}, digest });
    }
    return Promise.resolve();
  },
};

export const collections = {
  announcements: defineCollection({ loader: announcements, schema: z.strictObject({}) }),
};
