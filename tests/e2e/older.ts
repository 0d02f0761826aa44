import type { Page } from '@playwright/test';
import type { Newer } from '../floor.ts';

/** What the tools that drive the browser need in the page themselves. */
const NEEDED: ReadonlySet<string> = new Set(['BigInt64Array.', 'BigUint64Array.']);

/** Takes from every page that is opened what an older browser does not have. */
export async function makeOlder(page: Page, newer: readonly Newer[]): Promise<void> {
  const names = newer.filter(({ owner, member }) => !NEEDED.has(`${owner}.${member ?? ''}`));
  await page.addInitScript((lacking) => {
    const root = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
    for (const { owner, member, isStatic } of lacking) {
      if (member === undefined) {
        // What every list and map gives has its members, though nothing names it.
        const iterators = owner === 'Iterator' ? Reflect.ownKeys(root[owner]?.prototype ?? {}) : [];
        for (const name of iterators)
          if (typeof name === 'string' && name !== 'constructor')
            Reflect.deleteProperty(root[owner]!.prototype!, name);
        Reflect.deleteProperty(root, owner);
      } else if (owner === 'Window') Reflect.deleteProperty(root, member);
      else {
        const one = root[owner];
        if (one) Reflect.deleteProperty(one, member);
        if (!isStatic && one?.prototype) Reflect.deleteProperty(one.prototype, member);
      }
    }
  }, names);
}
