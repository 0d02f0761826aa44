const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
const MODULUS = 37;

/** The check character of ISO 7064, MOD 37-2. `body` has digits and capital letters alone. */
export function mod37Check(body: string): string {
  let rest = 0;
  for (const char of body) rest = ((rest + CHARACTERS.indexOf(char)) * 2) % MODULUS;
  return CHARACTERS[(MODULUS + 1 - rest) % MODULUS]!;
}

/** Class, credit code, day, serial number and check character; platforms print them with hyphens or without. */
const DEAL_CODE = /^([A-Z]\d\d)-?([0-9A-Z]{18})-?(\d{8})-?(\d{6})-?([0-9A-Z*])$/u;

/**
 * The last character of a 统一交易标识码 and the one that those before it ask for; nothing for a code of another build,
 * of which no one can tell. That the character is one of ISO 7064 MOD 37-2 over class, credit code, day and serial
 * number was read in the programs of platforms, not in 公共资源交易平台系统数据规范 itself: it is told as a warning.
 */
export function dealCodeCheck(code: string): { stated: string; reckoned: string } | undefined {
  const [, ...parts] = DEAL_CODE.exec(code) ?? [];
  const stated = parts.pop();
  return stated === undefined ? undefined : { stated, reckoned: mod37Check(parts.join('')) };
}
