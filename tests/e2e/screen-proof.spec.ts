import { FeedArchive } from '../../src/cli/screens-evidence.ts';
import type { Heard } from '../../src/core/health/log.ts';
import { proofOf } from '../../src/core/health/proof.ts';
import { parseBeat } from '../../src/core/screen/browser/beat.ts';
import { readSettings } from '../../src/settings.ts';
import { expect, test } from './lobby.ts';

const MINUTE = 60_000;

for (const screen of ['lobby-a', 'lobby-b', 'strip-1', 'door-301'])
  test(`what ${screen} tells proves what takes turns on it, with the data of the site alone`, async ({
    hall,
    server,
  }) => {
    const heard: Heard[] = [];
    hall.page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      const beat = pathname.endsWith('/head.json') ? parseBeat(search) : undefined;
      if (beat) heard.push({ beat, folder: 'display', at: server.time, from: '10.0.0.8' });
    });
    await hall.open(screen);
    await hall.pass(280);
    const { shown, gaps } = proofOf(heard, new FeedArchive([readSettings().outDir]));
    expect(gaps).toEqual([]);
    const items = server.feedOf(screen).parts.flatMap((part) => part.items.map(({ id }) => id));
    expect(shown.length).toBeGreaterThan(0);
    expect(items).toEqual(expect.arrayContaining(shown.map(({ announcement }) => announcement)));
    for (const { from, to } of shown) expect(to - from).toBeGreaterThan(3 * MINUTE);
  });
