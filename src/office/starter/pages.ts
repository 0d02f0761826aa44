import type { StarterAnswers } from './answers.ts';

/** A page of the sample as a new site begins with it: what only the sample has is the centre's, or left out. */
export function fromSample(text: string, { phone, regions }: StarterAnswers): string {
  const [region = ''] = regions;
  const exchanges: readonly (readonly [string, string])[] = [
    ['0757-00000000，工作日 08:30–12:00、14:00–17:30 有人接', `${phone}，工作时间有人接`],
    ['示例交易平台', '交易平台'],
    ['更合镇', region],
    ['明城镇', region],
    ['示例街道', region],
    ['沿江路', '人民路'],
  ];
  return exchanges.reduce((page, [was, now]) => page.replaceAll(was, now), text);
}

/** 关于本站, with what was answered. */
export const aboutPage = ({ centre, phone }: StarterAnswers): string => `---
标题: 关于本站
说明: 本站发布什么、由谁负责，以及怎样与我们联系。
---

## 本站是什么

本站由${centre}主办，集中发布建设工程、政府采购、土地、产权的交易公告和通知。

## 发布以后怎样更改

公告发布以后，不在原处悄悄修改。

1. **更正公告**：内容有变化的，另发一份更正公告，逐项写明原来是什么、现在是什么。
2. **勘误**：只用于打错字一类的笔误，页面上写明什么时候、改了哪几个字。
3. **不删除**：终止、流标、暂停的项目，公告照样保留。

## 不公开的内容

涉及国家秘密、商业秘密和个人隐私的内容不公开。发现公告里有身份证号、个人手机号的，请立即告诉我们。

## 联系我们

- 电话：${phone}
`;
