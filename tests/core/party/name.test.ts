import { expect, test } from 'vitest';
import { partyIdOf } from '../../../src/core/party/name.ts';

test('网址是名称的 SHA-256 的前十位，永远不变', () => {
  expect(partyIdOf('广东示例建筑工程有限公司')).toBe('feae7179c0');
});

test('括号、空格写得不一样的，网址一样；字不一样的不一样', () => {
  const id = partyIdOf('示例（广东）有限公司');
  expect(partyIdOf('示例(广东)有限公司')).toBe(id);
  expect(partyIdOf('示例〔广东〕 有限公司')).toBe(id);
  expect(partyIdOf('示例广东有限公司')).not.toBe(id);
});

test.each(['../../etc/passwd', '<script>alert(1)</script>', '示例'.repeat(100), 'CON', ''])(
  '名称是“%s”的，网址也只有十个十六进制数字',
  (name) => {
    expect(partyIdOf(name)).toMatch(/^[0-9a-f]{10}$/u);
  },
);
