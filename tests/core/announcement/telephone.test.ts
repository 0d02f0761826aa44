import { expect, test } from 'vitest';
import { toTelephoneHref } from '../../../src/core/announcement/phone.ts';

test.each([
  ['0757-88880000', 'tel:0757-88880000'],
  ['0757-88880000转801', 'tel:0757-88880000'],
  ['0757-88880000转801、0757-88880001', 'tel:0757-88880000'],
  ['400-000-0000', 'tel:400-000-0000'],
  ['12345', 'tel:12345'],
])('点“%s”拨出 %s，分机和后面的号码不跟着拨', (phone, dialled) => {
  expect(toTelephoneHref(phone)).toBe(dialled);
});
