import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import type { Announcement } from './core/announcement/schema.ts';
import { loadContent } from './site/content.ts';

/**
 * Puts the validated fields of each announcement into Astro's store, never its body: pages render that themselves,
 * and the store stays small. The store's own cache is cleared, since it would keep entries across a change of schema.
 */
const announcements: Loader = {
  name: 'zhangbang-announcements',
  load: ({ store }) => {
    store.clear();
    for (const { id, announcement, body } of loadContent().corpus.entries) {
      const digest = createHash('sha256').update(JSON.stringify(announcement)).update(body).digest('hex');
      store.set({ id, data: { ...announcement }, digest });
    }
    return Promise.resolve();
  },
};

export const collections = {
  announcements: defineCollection({ loader: announcements, schema: z.custom<Announcement>() }),
};
