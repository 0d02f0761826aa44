/** The address of a page within the site, for what only prints: Astro knows the folder of the site. */
export const address = (path = ''): string => `${import.meta.env.BASE_URL}${path}`;
