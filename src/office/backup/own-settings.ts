/** Settings that are a secret or lead to one, by their names; the key that others may know is none. */
const SECRET = /SECRET|TOKEN|PASS|CREDENTIAL|(?<!PUBLIC_)KEY/iu;

/** What a line may hold whatever it is called: an address with a password, or words about one. */
const HOLDS_ONE = /:\/\/[^/\s@]*:[^/\s@]*@|密码|口令|password/iu;

/** The settings of a machine without those that are secret, and the names of these. */
export function withoutSecrets(text: string): { readonly text: string; readonly leftOut: readonly string[] } {
  const lines = text.split('\n').map((line) => ({ line, name: nameIn(line) }));
  const isSecret = ({ line, name }: { readonly line: string; readonly name: string }): boolean =>
    SECRET.test(name) || HOLDS_ONE.test(line);
  return {
    text: lines
      .filter((one) => !isSecret(one))
      .map(({ line }) => line)
      .join('\n'),
    leftOut: lines.filter(isSecret).map(({ name }) => name || '一行注释'),
  };
}

/** Of `NAME=value`, remarked out or not: a secret may stand behind a # too. */
const nameIn = (line: string): string => /^[\s#]*(?:export\s+)?(\w+)\s*=/u.exec(line)?.[1] ?? '';
