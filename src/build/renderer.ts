import { pathToFileURL } from 'node:url';
import { toWellFormedText } from '../core/markup.ts';
import type { Bundle } from './bundle.ts';
import { withScripts } from './search-scripts.ts';
import type { Rendered } from '../site/unit.ts';

/** Renders a page to its bytes, or to the text of its HTML. */
export type Renderer = (page: Rendered) => Promise<string | Uint8Array>;

/** The part of Astro's build program that renders; see `astro/dist/core/build/app.js` of the pinned version. */
interface PageProgram {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  readonly routeCache: { clearAll(): void };
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, unknown> }): void;
  setOptions(options: {
    settings: { scripts: readonly unknown[] };
    logger: { options: { destination: { write(): boolean } } };
  }): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

interface RouteData {
  /** Path of the file below the project. */
  readonly component: string;
}

/**
 * Opens the program that Astro has bundled. It runs without Astro and Vite, which take seconds to start.
 * @param origin scheme and host of the site, with `base` the folder below it
 */
export async function openRenderer(
  { program, served }: Bundle,
  { origin, base }: { readonly origin: string; readonly base: string },
): Promise<Renderer> {
  const { app } = (await import(pathToFileURL(program).href)) as { app: PageProgram };
  // Every page names its own style sheets and scripts, so Astro has none to add.
  app.setInternals({ pagesByKeys: new Map() });
  // Who renders again in one process, as previews do, has other paths.
  app.routeCache.clearAll();
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  const routes = new Map(
    app.manifest.routes.map(({ routeData }) => [routeOf(routeData.component), routeData] as const),
  );
  return async ({ route, path }) => {
    const routeData = routes.get(route);
    if (!routeData) throw new Error(`src/pages has no ${route}`);
    const request = new Request(new URL(encodeURI(`${base}${path}${slashFor(route, path)}`), origin));
    const response = await app.render(request, { routeData });
    if (!response.ok && route !== '404') throw new Error(`${path} was not rendered (${response.status})`);
    const isHtml = response.headers.get('Content-Type')?.startsWith('text/html') === true;
    if (!isHtml) return new Uint8Array(await response.arrayBuffer());
    const html = toWellFormedText(await response.text());
    return route === 'search' ? withScripts(html, served) : html;
  };
}

/** By `trailingSlash`, every address has one but those of files; and a file is what has its ending in the route. */
const slashFor = (route: string, path: string): string =>
  path === '' || path.endsWith('/') || /\.\w+$/u.test(route) ? '' : '/';

/** `src/pages/feeds/[name].xml.ts` renders the route `feeds/[name].xml`; `src/pages/open/index.astro` renders `open`. */
const routeOf = (component: string): string =>
  component
    .replace(/^src\/pages\//u, '')
    .replace(/\.(?:astro|ts)$/u, '')
    .replace(/(?:^|\/)index$/u, '');
