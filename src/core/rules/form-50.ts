import { complete } from './contents.ts';
import { procurementButWorks } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财办库〔2020〕50号《政府采购公告和公示信息格式规范（2020年版）》. */
export const form50: readonly Rule[] = [
  {
    code: 'D381',
    name: 'competitive-call-lacks-contents',
    title: '谈判、磋商、询价公告写明采购人地址、资格要求、获取文件的办法和售价、开启、联系方式',
    rows: ['GP-FORM-CALL'],
    citation: {
      instrument: '政府采购公告和公示信息格式规范（2020年版）（财办库〔2020〕50号）',
      article: '竞争性谈判（竞争性磋商、询价）公告',
      confidence: 'V2',
    },
    inForce: { from: '2020-07-01' },
    appliesTo: {
      categories: ['procurement'],
      types: ['competitive-negotiation', 'competitive-consultation', 'inquiry-notice'],
      regime: procurementButWorks,
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { buyerAddress: '示例路 1 号', qualification: '无' },
        body: '在示例平台下载，售价 0 元。开启地点：204 评审室。联系人：麦工（示例），电话 0757-00000001。',
      },
      fail: { facts: { buyerAddress: '示例路 1 号' }, body: '现公开询价。' },
    },
    check: (_, matter) => complete(matter),
  },
];
