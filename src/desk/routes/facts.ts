import type { DeskFacts } from '../../core/desk/api.ts';
import { ALLOWED, LARGEST } from '../../core/corpus/attachments.ts';
import { loadCorpus } from '../../core/corpus/load.ts';
import { readSettings } from '../../settings.ts';
import { basePath, origin } from '../../site/address.ts';
import type { Desk } from '../desk.ts';
import type { Route } from '../router.ts';

/** Of which centre the desk is, and who sits at it. */
export const factsRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/desk',
    takes: 'nothing',
    answer: ({ actor }): DeskFacts => {
      const { site, screens, kiosks } = settingsOf(desk.contentDir);
      const settings = readSettings();
      return {
        siteName: site?.siteName ?? '',
        isSample: site?.isSample ?? false,
        actor,
        may: desk.may(actor),
        levels: site?.reviewLevels ?? 0,
        regions: site?.regions ?? [],
        screens: [...screens, ...kiosks].map(({ id, name }) => ({ id, name })),
        now: desk.now(),
        mostFileBytes: LARGEST,
        fileEndings: ALLOWED,
        siteUrl: origin(settings, site) + basePath(settings, site),
        version: desk.version,
      };
    },
  },
  { method: 'POST', path: '/api/leave', takes: 'json', answer: () => desk.leave() },
];

/** The settings alone: a page that opens waits for no archive. */
const settingsOf = (contentDir: string) =>
  loadCorpus(contentDir, undefined, { read: [], ids: new Set(), files: [], about: new Set() });
