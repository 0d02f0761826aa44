import { toHalfWidth } from '../announcement/kind.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from '../rules/matter.ts';

/** Telephones that a body states under a label for the matter itself, with those that follow in the same line. */
const LABELLED =
  /(?<!监督|投诉|举报|客服|技术|支持|咨询|服务|平台|财政|值班|传真)(?:联系)?(?:电话|方式)[^\d\n。；]{0,12}(?<numbers>\(?\d[\d\-()、,，/转 ]{5,60})/gu;

/** A number of an office or a mobile one; the code of its area and its extension stand beside it. */
const NUMBER = /(?<!\d)(?:1\d{10}|[2-9]\d{6,7})(?!\d)/gu;

/**
 * The one telephone that a body states, where it is none of those that the announcement gives. A body that states
 * several speaks of several offices.
 */
export function checkTelephones({ id, facts, body }: Matter): readonly Finding[] {
  const { contactPhone } = facts;
  if (contactPhone === undefined) return [];
  const text = toHalfWidth(body).replaceAll('|', ' ');
  const [first, ...more] = new Set([...text.matchAll(NUMBER)].map(([number]) => number));
  if (first === undefined || more.length > 0) return [];
  const stated = [...text.matchAll(LABELLED)].find(({ groups }) => groups!['numbers']!.includes(first));
  if (!stated || numbersIn(contactPhone).has(first)) return [];
  const message = `正文写的是“${stated[0].trim()}”，“联系电话”一栏是 ${contactPhone}`;
  return [{ code: 'C213', id, at: 'contactPhone', message, help: '核对原件，改错的那一处' }];
}

const numbersIn = (phones: string): ReadonlySet<string> =>
  new Set([...toHalfWidth(phones).matchAll(NUMBER)].map(([number]) => number));
