import { stringify } from 'yaml';
import type { StarterAnswers } from './answers.ts';
import { keptFiles, type Brought, type StarterFile } from './brought.ts';
import { aboutPage, fromSample } from './pages.ts';

/** All files of an empty site. Its pages say what is true of every centre; the centre goes on from there. */
export const starterFiles = (answers: StarterAnswers, brought: Brought): readonly StarterFile[] => [
  { path: 'site.yaml', text: yaml(settingsOf(answers)) },
  // A folder that git keeps, though nothing is in it yet.
  { path: 'announcements/.gitkeep', text: '' },
  { path: 'pages/about.md', text: aboutPage(answers) },
  ...brought.pages.map(({ path, text }) => ({ path, text: fromSample(text, answers) })),
  ...(answers.screen === undefined
    ? []
    : [{ path: 'displays/lobby.yaml', text: yaml(screenOf(answers.screen)) }]),
  ...keptFiles(brought),
];

const yaml = (value: unknown): string => stringify(value, { schema: 'failsafe', lineWidth: 0 });

const settingsOf = ({ centre, siteName, origin, basePath, phone, regions }: StarterAnswers) => ({
  站点名称: siteName,
  中心名称: centre,
  中心简称: '中心',
  网址: origin,
  基础路径: basePath,
  联系电话: phone,
  地区: [...regions],
});

/** The screen of most halls; its settings are in docs/screens.md. */
const screenOf = (name: string) => ({
  名称: name,
  尺寸: '55英寸',
  像素: '1920×1080',
  方向: '横屏',
  观看距离: '3米',
  安静时段: '18:30–07:45',
  二维码: '是',
  栏目: [
    { 内容: '今日开标' },
    { 内容: '今明截止' },
    { 内容: '可参与', 类别: ['建设工程', '政府采购', '土地', '产权'] },
  ],
});
