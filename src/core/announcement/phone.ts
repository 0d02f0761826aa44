import { fault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';

/** Between two numbers of a list. */
const BETWEEN = /\s*(?:[、,;/]|或者?|和|及)\s*/u;

const LANDLINE = /^(?:\+?86-?)?\(?(0\d{2,3})\)?-?(\d{7,8})(?:(?:转|-|分机|ext\.?)(\d{1,6}))?$/iu;
const SERVICE = /^([48]00)-?(\d{3})-?(\d{4})$/u;
const SHORT = /^1\d{4}$/u;
const LOCAL = /^(\d{7,8})(?:(?:转|-|分机)(\d{1,6}))?$/u;
const MOBILE = /^(?:\+?86-?)?(1[3-9]\d{9})$/u;

/**
 * Reads the telephone numbers of a contact: `0757-88880000`, `（0757）88880000转801`, `0757-88880000、88880001`,
 * `400-000-0000`. Each gets its area code, and `、` stands between two. A mobile number is read too: many small buyers
 * have no other, and the check asks about it.
 */
function parsePhone(text: string): Parsed<string> {
  const plain = toHalfWidth(text).trim();
  const numbers: string[] = [];
  let area: string | undefined;
  for (const part of plain.split(BETWEEN)) {
    const one = part.replace(/^(\(?0\d{2,3}\)?)\s+/u, '$1-').replaceAll(/\s+/gu, '');
    const number = numberFrom(one, area);
    if (!number) return unreadable(text, plain);
    area = /^(0\d{2,3})-/u.exec(number)?.[1] ?? area;
    numbers.push(number);
  }
  return ok(numbers.join('、'));
}

function numberFrom(text: string, area: string | undefined): string | undefined {
  const landline = LANDLINE.exec(text);
  if (landline) return withExtension(`${landline[1]!}-${landline[2]!}`, landline[3]);
  const service = SERVICE.exec(text);
  if (service) return service.slice(1).join('-');
  if (SHORT.test(text)) return text;
  const mobile = MOBILE.exec(text);
  if (mobile) return mobile[1];
  const local = area === undefined ? null : LOCAL.exec(text);
  return local ? withExtension(`${area!}-${local[1]!}`, local[2]) : undefined;
}

const withExtension = (number: string, extension: string | undefined): string =>
  extension === undefined ? number : `${number}转${extension}`;

function unreadable(text: string, plain: string): Parsed<never> {
  const named = /^([\p{Script=Han}]{1,8})\s*[::]?\s*((?:\(?0|1)[\d() -]{6,})$/u.exec(plain);
  if (named) {
    return fault(
      'F315',
      `电话里写了“${named[1]!}”`,
      `联系人: ${named[1]!}，下一行 联系电话: ${named[2]!.trim()}`,
    );
  }
  if (/^\d{7,8}$/u.test(plain)) return fault('F315', `电话“${text}”没有区号`, '前面加上区号，中间用“-”');
  return fault('F315', `看不懂电话“${text}”`, {
    help: '几个号码之间用“、”；别的话写到“联系人”',
    example: '0757-88880000转801',
  });
}

/** The numbers of a contact, one by one. */
export const phonesIn = (value: string): readonly string[] => value.split('、');

/**
 * What a link makes a telephone dial: the first number, without its extension. Dialled together they would be another
 * number; the text of the link tells all.
 */
export const toTelephoneHref = (value: string): string => `tel:${phonesIn(value)[0]!.replace(/转.*/u, '')}`;

export const phoneKind: Kind<string> = {
  name: 'phone',
  parse: parsePhone,
  print: (value) => value,
  toJson: (value) => value,
};
