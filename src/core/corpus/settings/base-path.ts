import { fault, ok, type Kind, type Parsed } from '../../announcement/kind.ts';

/** Reads the folder of the site below its domain into its one form: `ggzy` and `/ggzy/` are `/ggzy/`. */
export function parseBasePath(text: string): Parsed<string> {
  const names = text.split('/').filter(Boolean);
  if (names.every((name) => /^[\w.~-]+$/u.test(name) && !/^\.+$/u.test(name)))
    return ok(['', ...names, ''].join('/').replace(/^\/+$/u, '/'));
  return fault(
    'S101',
    `“${text}”不能作网站的子目录`,
    '只用英文字母、数字、“-”“_”“.”和“/”，例如 /ggzy/；没有子目录就写 / 或者不写',
  );
}

export const basePathKind: Kind<string> = {
  name: 'base-path',
  parse: parseBasePath,
  print: (value) => value,
  toJson: (value) => value,
};
