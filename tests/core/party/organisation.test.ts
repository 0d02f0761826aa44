import { describe, expect, test } from 'vitest';
import { usccCheckDigit } from '../../../src/core/announcement/text.ts';
import { isOrganisation } from '../../../src/core/party/organisation.ts';

const unknown = { codes: [], isOffice: false };
const office = { codes: [], isOffice: true };

const codeOf = (body: string): string => body + usccCheckDigit(body);
const company = codeOf('91440608MAK000001');
const trader = codeOf('92440608MAK000001');

describe('谁一定是单位', () => {
  test.each([
    '广东示例建筑工程有限公司',
    '示例医学设备服务（广东）有限公司',
    '佛山市示例水产养殖专业合作社',
    '高明区更合镇示例村股份经济联合社',
    '示例会计师事务所（特殊普通合伙）',
    '广东省示例建筑设计研究院',
    '高明区示例小学',
    '高明区示例教育局',
    '杨和镇人民政府',
  ])('%s：名称只有单位才会有', (name) => {
    expect(isOrganisation(name, unknown)).toBe(true);
  });

  test.each(['高明区示例服务中心', '更合镇示例水务所', '高明区示例图书馆', '高明区示例敬老院'])(
    '%s：发起项目的时候是单位；只是参加的，也可能是个体工商户',
    (name) => {
      expect(isOrganisation(name, office)).toBe(true);
      expect(isOrganisation(name, unknown)).toBe(false);
    },
  );

  test.each(['高明区示例彩印厂', '高明区示例快印服务部', '荷城街道示例粮油商行'])(
    '%s：写了单位的信用代码才算；写了个体工商户的代码就不算',
    (name) => {
      expect(isOrganisation(name, unknown)).toBe(false);
      expect(isOrganisation(name, { ...unknown, codes: [company] })).toBe(true);
      expect(isOrganisation(name, { ...unknown, codes: [trader] })).toBe(false);
    },
  );
});

describe('个人没有网页', () => {
  test.each([
    '张三',
    '欧阳小明',
    '梁某（示例）',
    '黄**',
    '李老师',
    '陈局',
    '阿卜杜拉·买买提',
    '张三 440608199001010010',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '',
  ])('“%s”', (name) => {
    expect(isOrganisation(name, unknown)).toBe(false);
    expect(isOrganisation(name, office)).toBe(false);
  });

  test('个人的名字旁边写了信用代码也不算，代码是抄错了地方的', () => {
    expect(isOrganisation('张三', { ...unknown, codes: [company] })).toBe(false);
  });

  test('名称像公司，代码是个体工商户的，不算', () => {
    expect(isOrganisation('高明区示例餐饮管理中心', { ...office, codes: [trader] })).toBe(false);
  });
});
