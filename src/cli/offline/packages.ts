import type { Platform } from './platforms.ts';

/** What of npm's lockfile is read here, by the path of a package below the project. */
export type Lock = Readonly<Record<string, LockedPackage>>;

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export interface WantedPackage {
  /** `node_modules/zod`, `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly version: string;
  /** Whether npm installs it on this kind of machine whatever else there is. */
  readonly isRequired: boolean;
}

/** The packages that the program runs with on a kind of machine: none that only its development needs. */
export function packagesFor(lock: Lock, platform: Platform): readonly WantedPackage[] {
  const others = Object.keys(lock).filter((path) => !isMeantFor(lock[path]!, platform));
  return Object.entries(lock)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .filter(([path]) => !others.some((other) => path === other || path.startsWith(`${other}/`)))
    .map(([path, { version = '', optional, devOptional, os, cpu }]) => ({
      path,
      version,
      isRequired: Boolean(os ?? cpu) || !(optional || devOptional),
    }));
}

function isMeantFor({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  const names = (list: string | readonly string[] | undefined, name: string | undefined): boolean =>
    list === undefined || (name !== undefined && [list].flat().includes(name));
  return names(os, platform.os) && names(cpu, platform.cpu) && names(libc, platform.libc);
}

/** Files of packages that a clerk's machine does not need: a fifth of their size. Licences stay. */
export function isSpare({ path }: WantedPackage, file: string): boolean {
  if (/^node_modules\/node-(?:bin-)?(?:win|linux|darwin)-/u.test(path) && /^(?:include|share)\//u.test(file))
    return true;
  if (path.startsWith('node_modules/@types/')) return file !== 'package.json' && !/^licen[cs]e/iu.test(file);
  // Astro copies types from its own folder when it builds.
  if (path === 'node_modules/astro') return file.endsWith('.map');
  return /\.(?:map|d\.[cm]?ts|tsbuildinfo)$|(?:^|\/)(?:readme|changelog|history)(?:\.\w+)?$/iu.test(file);
}
