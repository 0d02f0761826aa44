/** The folder of the site, which the build puts in (astro.config.mjs): Vite's own BASE_URL gives way to the environment's. */
declare const SITE_BASE: string;

/** The address of a page within the site, for what only prints. */
export const address = (path = ''): string => `${SITE_BASE}${path}`;
