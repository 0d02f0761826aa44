/** A setting of `site.yaml` that has another name now; the value stays. */
export interface RenamedSetting {
  readonly was: string;
  readonly is: string;
}

/** Every setting that was ever renamed, in the order in which that was done; none has been yet. */
export const RENAMED_SETTINGS: readonly RenamedSetting[] = [];

/**
 * The text of `site.yaml` with settings under their present names. Nothing else in it changes, remarks included. Where
 * both names stand, the former is left to whoever wrote it: the check tells of it.
 */
export const renameSettings = (text: string, renamed: readonly RenamedSetting[]): string =>
  renamed.reduce((now, { was, is }) => (has(now, is) ? now : now.replace(lineOf(was), `${is}$1`)), text);

const has = (text: string, name: string): boolean => lineOf(name).test(text);

/** Names at the left edge alone are settings of the site; those further in belong to one of them. */
const lineOf = (name: string): RegExp => new RegExp(`^${RegExp.escape(name)}([ \\t]*:)`, 'mu');
