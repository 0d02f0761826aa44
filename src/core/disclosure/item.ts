import type { z } from 'zod';
import { choice, code, count, date, line, list, record, text, title } from '../announcement/field.ts';

export const VALIDITY = { valid: '有效', repealed: '废止', lapsed: '失效' } as const;

export const OPENNESS = { published: '主动公开', 'on-request': '依申请公开' } as const;

/** What the format of the annual report of 2021 counts under 第二十条第（一）项, and what it does not. */
export const DOCUMENT_KINDS = { rules: '规章', normative: '行政规范性文件', other: '其他文件' } as const;

/** The parts of the platform beside the list, as 国办公开办函〔2019〕61号 names them, and how to apply. */
export const PARTS = {
  guide: '政府信息公开指南',
  system: '政府信息公开制度',
  'annual-report': '政府信息公开年报',
  request: '依申请公开',
} as const;

/** `content/disclosure/<class>/<id>.md`: one item of the catalogue of government information 政府信息公开目录. */
export const itemSchema = record(
  {
    title: title({
      label: '标题',
      help: '信息的名称，文件照文件的标题写。',
      example: '关于印发2026年工作要点的通知（示例）',
    }),
    class: line({
      label: '分类',
      help: '目录里的哪一类，与文件所在的文件夹一致；分类可以在 content/site.yaml 的“公开分类”里改。',
      example: '规划计划',
    }),
    index: code({
      label: '索引号',
      help: '一条信息一个，编好以后不再改，也不给别的信息用。',
      example: 'GM-2026-00012',
    }),
    publisher: line({
      label: '发布机构',
      help: '制作或者发布这条信息的机关。',
      example: '示例市公共资源交易中心',
    }),
    madeOn: date({
      label: '成文日期',
      help: '文件落款的日期，没有文件的写制作的日期。',
      example: '2026-02-26',
    }),
    publishedOn: date({
      label: '发布日期',
      help: '在网站上公开的日期；形成或者变更以后 20 个工作日内要公开。',
      example: '2026-03-02',
    }),
    validity: choice(VALIDITY, {
      label: '有效性',
      help: '现在还有没有效力；不是文件的信息，没有撤销、没有被替换的写有效。',
    }),
    openness: choice(OPENNESS, {
      label: '公开方式',
      help: '依申请公开的只列目录，不放正文和附件。',
    }),
  },
  {
    documentNumber: text({ label: '文号', help: '发文字号，没有就不写。', example: '示交易〔2026〕3号' }),
    documentKind: choice(DOCUMENT_KINDS, {
      label: '文件种类',
      help: '“法规公文”里每一份都写，年度报告第二部分的件数靠它数；不是规章、也不是行政规范性文件的写其他文件。',
    }),
    endedOn: date({
      label: '失效日期',
      help: '废止或者失效从哪一天起；有效的不写。',
      example: '2026-06-30',
    }),
    part: choice(PARTS, {
      label: '栏目',
      help: '这条信息是公开指南、公开制度、年报或者依申请公开的说明时写，会列在信息公开首页的那一栏；其他信息不写。',
    }),
    reportYear: count({ label: '年度', help: '年报是哪一年的，只有年报写。', example: '2025' }),
    attachments: list(
      {
        label: '附件',
        help: '随这条信息发布的文件；信息要放在自己的文件夹里，正文写在 index.md，附件放在旁边。',
      },
      {
        file: text({ label: '文件', help: '附件的文件名，与文件夹里的一致。', example: '申请表.docx' }),
        name: text({ label: '名称', help: '读者看到的名称。', example: '政府信息公开申请表' }),
      },
      {},
    ),
  },
);

/** One item as its front matter says it. */
export type ItemFields = z.output<typeof itemSchema>;
