import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import { named, withItems } from './hall-server.ts';
import { expect, test } from './lobby.ts';

/** Characters of names that small fonts lack: an element, two of given names. */
const RARE = '𬭎㛃䶮';

const family = /font-family:\s*([^;]+);/u.exec(readFileSync('src/styles/screen-ground.css', 'utf8'))![1]!;

test('every text of a screen is set in one Chinese font, rare characters of names too', async ({
  hall,
  server,
}) => {
  server.publish('lobby-a', (feed) =>
    withItems(feed, (items) => items.map((item) => named(item, item.id, `${RARE}${item.title}`))),
  );
  await hall.open('lobby-a');
  await hall.passUntilShown(RARE);
  const session = await hall.page.context().newCDPSession(hall.page);
  const fonts = await fontsIn(session);
  expect(Object.keys(fonts)).toHaveLength(1);
  expect(family).toContain(`'${Object.keys(fonts)[0]!}'`);
  expect(Object.values(fonts)[0]).toBeGreaterThan(100);
});

/** Glyphs drawn on the glass, by the family of the font that they were taken from. */
async function fontsIn(session: CDPSession): Promise<Record<string, number>> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main *' });
  const glyphs: Record<string, number> = {};
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, glyphCount } of fonts) {
      glyphs[familyName] = (glyphs[familyName] ?? 0) + glyphCount;
    }
  }
  return glyphs;
}
