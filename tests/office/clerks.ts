import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRepository } from '../../src/office/repository.ts';
import { publishFiles, type Publishing, type Published } from '../../src/office/publish.ts';
import { contentFolder, temporaryFolder } from '../cli/command.ts';

/** Runs git in a folder without anybody's own settings. */
export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** A clerk with a content folder of her own, cloned from an office's repository. */
export class Clerk {
  readonly contentDir: string;

  constructor(contentDir: string, name: string, email = 'clerk@example.invalid') {
    this.contentDir = contentDir;
    git(contentDir, 'config', 'user.name', name);
    git(contentDir, 'config', 'user.email', email);
  }

  git = (...args: readonly string[]): string => git(this.contentDir, ...args);

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.contentDir, file)), { recursive: true });
    writeFileSync(join(this.contentDir, file), text);
  }

  read(file: string): string | undefined {
    const path = join(this.contentDir, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  async publish(files: readonly string[], more: Partial<Publishing> = {}): Promise<Published> {
    return publishFiles({ repository: await findRepository(this.contentDir), files, ...more });
  }
}

/** An office with a bare repository, in which the content folder is the top, and clerks who have cloned it. */
export class Office {
  readonly bare = join(temporaryFolder(), 'office.git');

  /** @param files beside the settings of the sample; the office's site is a real one, no sample */
  constructor(files: Readonly<Record<string, string>> = {}) {
    const seed = contentFolder(files);
    const site = join(seed, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
    git(dirname(seed), 'init', '-q', '--bare', '-b', 'main', this.bare);
    git(seed, 'init', '-q', '-b', 'main');
    const first = new Clerk(seed, '设置的人');
    first.git('add', '.');
    first.git('commit', '-q', '-m', '开始');
    first.git('push', '-q', this.bare, 'main');
  }

  clerk(name = '王芳', email?: string): Clerk {
    const folder = join(temporaryFolder(), 'content');
    git(dirname(folder), 'clone', '-q', this.bare, folder);
    return new Clerk(folder, name, email);
  }

  hook(name: string, text: string): void {
    const path = join(this.bare, 'hooks', name);
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  }

  /** What the branch has at a path; undefined where nothing is. */
  show(file: string): string | undefined {
    try {
      return git(this.bare, 'show', `main:${file}`);
    } catch {
      return undefined;
    }
  }

  log = (format = '%an %s'): readonly string[] =>
    git(this.bare, 'log', `--format=${format}`, 'main').split('\n');
}
