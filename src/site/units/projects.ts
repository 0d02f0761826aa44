import { codeAt, PROJECTS } from '../project.ts';
import { filesOfProject } from '../project-files.ts';
import { page, type Kind } from '../unit.ts';

/** A project: its page, its feed, its dates, and its attachments in one file. */
export const projects: Kind = {
  name: 'project',
  keys: PROJECTS,
  pages: (_, code) => [page('projects/[code]', { code })],
  files: (edition, address) => filesOfProject(edition, codeAt(edition, address)),
  // That of its first announcement.
  year: (edition, address) =>
    edition.row(edition.project(codeAt(edition, address))!.ids[0]!).publishedAt.slice(0, 4),
};
