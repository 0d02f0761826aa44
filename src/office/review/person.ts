import type { Identity } from '../identity.ts';

/** `王芳 <wangfang@example.gov.cn>`, as trailers name people. */
export const printPerson = ({ name, email }: Identity): string => `${plain(name)} <${plain(email)}>`;

/** Who a trailer names; one without an address is known by the name alone. */
export function parsePerson(text: string): Identity {
  const match = /^(.*?)\s*<([^<>]*)>\s*$/u.exec(text.trim());
  return match ? { name: match[1]!, email: match[2]! } : { name: text.trim(), email: '' };
}

/** By what two are the same person: addresses are not told apart by case. */
export const keyOfPerson = ({ name, email }: Identity): string =>
  email === '' ? `=${name}` : email.toLowerCase();

/** Whether an identity tells who it is: a blank name, or one without an address, could be anybody, her own author too. */
export const isSomebody = ({ name, email }: Identity): boolean =>
  /[^\s\p{Cf}\p{Zs}]/u.test(name) && /^[^\s@]+@[^\s@]+$/u.test(email.trim());

const plain = (text: string): string => text.replace(/[<>\s]+/gu, ' ').trim();
