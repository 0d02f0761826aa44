import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import type { Draft, Review } from '../../src/core/desk/api.ts';
import type { SiteStatus } from '../../src/core/publishing.ts';
import { NOTICE, notice } from '../cli/command.ts';
import { Office, type Clerk } from '../office/clerks.ts';
import { deskFor, NOW, type Answered, type TestDesk } from './open.ts';

// Several desks in one test, each of which asks git again and again, on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

/** All that a reviewer says she has looked at. */
export const ALL_TICKS = ['title', 'times', 'amounts', 'files'] as const;

/** An office whose announcements are reviewed by so many others. */
export function officeWith(levels: number, files: Readonly<Record<string, string>> = {}): Office {
  const site = readFileSync(join(root, 'content/site.yaml'), 'utf8');
  return new Office({ [NOTICE]: notice(), ...files, 'site.yaml': `${site}审核级数: ${levels}\n` });
}

/** A clerk at her own desk. */
export interface Seat extends TestDesk {
  readonly clerk: Clerk;
}

export async function seat(
  office: Office,
  name: string,
  email: string,
  now: () => string = () => NOW,
  askSite?: () => Promise<SiteStatus | 'none' | undefined>,
): Promise<Seat> {
  const clerk = office.clerk(name, email);
  return { ...(await deskFor(clerk.contentDir, now, undefined, askSite)), clerk };
}

export const wang = (
  office: Office,
  now?: () => string,
  askSite?: () => Promise<SiteStatus | 'none' | undefined>,
): Promise<Seat> => seat(office, '王芳', 'wang@example.invalid', now, askSite);
export const li = (office: Office, now?: () => string): Promise<Seat> =>
  seat(office, '李强', 'li@example.invalid', now);
export const zhao = (office: Office, now?: () => string): Promise<Seat> =>
  seat(office, '赵敏', 'zhao@example.invalid', now);

/** A notice that nothing stands against, as far as it is written. */
export async function written(
  desk: TestDesk,
  more: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Draft> {
  const { body } = await desk.ask<Draft>('POST', '/api/drafts', { category: 'general', type: '通知' });
  const answers = {
    ...body.answers,
    ...{ 标题: '关于示例的通知', 发布时间: '2026-03-02 08:00', 发布单位: '示例中心' },
    ...more,
  };
  const edit = { rev: 1, answers, body: '今天不办理业务。', files: [] };
  await desk.ask('PUT', `/api/drafts/${body.key}`, edit);
  for (const [name, text] of Object.entries(files))
    await desk.ask('PUT', `/api/drafts/${body.key}/files/${name}`, new TextEncoder().encode(text));
  return (await desk.ask<Draft>('GET', `/api/drafts/${body.key}`)).body;
}

export const submit = (desk: TestDesk, { key, rev }: Pick<Draft, 'key' | 'rev'>): Promise<Answered<Draft>> =>
  desk.ask<Draft>('POST', `/api/drafts/${key}/submit`, { rev });

/** Looks at a submission and approves of what was seen. */
export async function approve<T>(desk: TestDesk, key: string): Promise<Answered<T>> {
  desk.wait(20);
  const { digest } = (await desk.ask<Review>('GET', `/api/reviews/${key}`)).body;
  return desk.ask<T>('POST', `/api/reviews/${key}/approve`, { digest, ticks: ALL_TICKS });
}
