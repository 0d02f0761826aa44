import { expect, test } from 'vitest';
import { contactKind, toSecurityTxt } from '../../src/core/security-txt.ts';

test('whom to tell of a hole, until when that holds, in which languages and where it is read', () => {
  expect(toSecurityTxt('security@example.gov.cn', '2026-11-22', 'https://www.example.gov.cn'))
    .toMatchInlineSnapshot(`
    "# 发现本站的安全漏洞，请用下面的方式告诉我们；修好以前请不要公开。
    Contact: mailto:security@example.gov.cn
    Expires: 2027-11-17T00:00:00+08:00
    Preferred-Languages: zh, en
    Canonical: https://www.example.gov.cn/.well-known/security.txt
    "
  `);
});

test('a page is a contact as it is, and what is read over plain http claims no place', () => {
  const text = toSecurityTxt('https://www.example.gov.cn/hole?to=a@b', '2026-11-22', 'http://10.0.0.1');
  expect(text).toContain('\nContact: https://www.example.gov.cn/hole?to=a@b\n');
  expect(text).not.toContain('Canonical');
});

test.each(['security@example.gov.cn', 'https://www.example.gov.cn/security/'])('%s is a contact', (contact) =>
  expect(contactKind.parse(contact)).toEqual({ value: contact }),
);

test.each([
  ['http://www.example.gov.cn/', 'F316'],
  ['0757-00000000', 'F316'],
  ['security@', 'F316'],
  ['a@example.cn\nContact: mailto:b@example.cn', 'F316'],
  ['ｓｅｃｕｒｉｔｙ＠example.gov.cn', 'F114'],
])('%j is no contact, and what to write instead is said', (text, code) =>
  expect(contactKind.parse(text)).toMatchObject({ fault: { code } }),
);
