import { fieldsOf } from '../announcement/field.ts';
import { calendarSchema } from '../corpus/settings/calendar.ts';
import { screenSchema } from '../corpus/settings/screen.ts';
import { kioskSchema } from '../corpus/settings/kiosk.ts';
import { siteSchema } from '../corpus/settings/site.ts';
import { peopleSchema } from '../corpus/settings/people.ts';
import { synonymsSchema } from '../corpus/settings/synonyms.ts';
import { itemSchema } from '../disclosure/item.ts';
import { liveJsonSchema } from '../live/schema.ts';
import { announcementJsonSchema, recordJsonSchema } from './json-schema.ts';
import { handbook, type SettingsForm } from './markdown.ts';
import { announcementSnippets, recordSnippet } from './snippets.ts';

/** A file of the project that is derived from the fields. */
export interface FieldDocument {
  /** From the root of the project. */
  path: string;
  text: string;
}

const site: SettingsForm = { title: '站点设置', file: 'content/site.yaml', fields: fieldsOf(siteSchema) };
const screen: SettingsForm = {
  title: '大厅屏幕',
  file: 'content/displays/<屏幕>.yaml',
  fields: fieldsOf(screenSchema),
};
const kiosk: SettingsForm = {
  title: '触摸屏查询机',
  file: 'content/kiosks/<查询机>.yaml',
  fields: fieldsOf(kioskSchema),
};
const calendar: SettingsForm = {
  title: '节假日安排',
  file: 'content/calendar/<年份>.yaml',
  fields: fieldsOf(calendarSchema),
};
const synonyms: SettingsForm = {
  title: '同义词',
  file: 'content/synonyms.yaml',
  fields: fieldsOf(synonymsSchema),
};

const people: SettingsForm = {
  title: '人员',
  file: 'content/people.yaml',
  fields: fieldsOf(peopleSchema),
};

const disclosure: SettingsForm = {
  title: '政府信息公开目录',
  file: 'content/disclosure/<分类>/<标识>.md',
  fields: fieldsOf(itemSchema),
};

/** Everything that explains the fields to people and editors. It must be made again whenever a field changes. */
export const fieldDocuments = (): readonly FieldDocument[] => [
  { path: 'docs/fields.md', text: handbook([disclosure, site, screen, kiosk, calendar, synonyms, people]) },
  { path: 'docs/announcement.schema.json', text: json(announcementJsonSchema()) },
  { path: 'docs/disclosure.schema.json', text: json(recordJsonSchema(disclosure.title, disclosure.fields)) },
  { path: 'docs/site.schema.json', text: json(recordJsonSchema(site.title, site.fields)) },
  { path: 'docs/display.schema.json', text: json(recordJsonSchema(screen.title, screen.fields)) },
  { path: 'docs/kiosk.schema.json', text: json(recordJsonSchema(kiosk.title, kiosk.fields)) },
  { path: 'docs/calendar.schema.json', text: json(recordJsonSchema(calendar.title, calendar.fields)) },
  { path: 'docs/synonyms.schema.json', text: json(recordJsonSchema(synonyms.title, synonyms.fields)) },
  { path: 'docs/people.schema.json', text: json(recordJsonSchema(people.title, people.fields)) },
  { path: 'docs/live.schema.json', text: json(liveJsonSchema()) },
  {
    path: '.vscode/announcement.code-snippets',
    text: json({
      ...announcementSnippets(),
      ...recordSnippet('公开信息', disclosure.title, disclosure.fields),
    }),
  },
];

const json = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`;
