import bcd from '@mdn/browser-compat-data' with { type: 'json' };

type Floor = Readonly<Partial<Record<'chrome' | 'safari' | 'firefox', number>>>;

/** The oldest browsers that are served, as the data of MDN names them; astro.config.mjs builds for them. */
const FLOOR: Floor = { chrome: 90, safari: 14, firefox: 90 };

/** The oldest browser that clerks have; src/desk/page.ts builds for it. */
const DESK_FLOOR: Floor = { chrome: 100 };

/** What MDN says of one browser; of the many forms that it has, what tells whether something simply works. */
interface Support {
  version_added?: unknown;
  version_removed?: unknown;
  prefix?: unknown;
  alternative_name?: unknown;
  flags?: unknown;
}

interface Compat {
  support: Readonly<Partial<Record<keyof Floor, Support | readonly Support[]>>>;
}

type Members = Readonly<Record<string, { readonly __compat?: Compat }>>;
type Owners = Readonly<Record<string, { readonly __compat?: Compat } & Members>>;

/** What a browser of the floor does not have: an interface or a global, or a member of one. */
export interface Newer {
  owner: string;
  /** Absent where the whole owner is newer. */
  member?: string;
  /** Whether the owner itself has it, and not what it makes: `Response.json` is newer than the `json` of a response. */
  isStatic?: true;
}

const isSince = (support: Support, version: number): boolean => {
  const { version_added: added, version_removed: removed, prefix, alternative_name: other, flags } = support;
  if (typeof added !== 'string' || removed || prefix || other || flags) return false;
  return Number.parseFloat(added.replace('≤', '')) <= version;
};

const isKnown = ({ support }: Compat, floor: Floor): boolean =>
  Object.entries(floor).every(([browser, version]) =>
    [support[browser as keyof Floor] ?? []].flat().some((one) => isSince(one, version)),
  );

/** Events, and remarks on how something works, are no names that a script can ask for. */
const isName = (member: string): boolean => !/^__|_event$|^@@|_(?!static$)/u.test(member);

const library = [bcd.javascript.builtins, bcd.api] as unknown as readonly Owners[];

const membersOf = (owner: Owners[string]): readonly (readonly [name: string, compat: Compat])[] =>
  Object.entries(owner as Members).flatMap(([member, { __compat: compat }]) =>
    compat && isName(member) ? [[member, compat] as const] : [],
  );

const STATIC = /_static$/u;

const newerThan = (floor: Floor): readonly Newer[] =>
  library.flatMap((owners) =>
    Object.entries(owners).flatMap(([name, owner]): readonly Newer[] => {
      if (owner.__compat && !isKnown(owner.__compat as Compat, floor)) return [{ owner: name }];
      return membersOf(owner).flatMap(([member, compat]): readonly Newer[] =>
        isKnown(compat, floor)
          ? []
          : [
              {
                owner: name,
                member: member.replace(STATIC, ''),
                ...(STATIC.test(member) && { isStatic: true }),
              },
            ],
      );
    }),
  );

/** Everything of the language's library and of the Web platform that one of the oldest browsers lacks. */
export const newer = newerThan(FLOOR);

/** The same of the oldest browser that clerks have. */
export const newerThanDesk = newerThan(DESK_FLOOR);

/** Names of members that some object has had for long: a call by such a name says nothing. */
export const oldNames: ReadonlySet<string> = new Set(
  library.flatMap((owners) =>
    Object.values(owners).flatMap((owner) =>
      membersOf(owner).flatMap(([member, compat]) =>
        isKnown(compat, FLOOR) ? [member.replace(STATIC, '')] : [],
      ),
    ),
  ),
);
