import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../src/cli/setup/dependencies.mjs';

/**
 * Words of programmers that a clerk does not know, with what to say in their place. A word that she reads on her own
 * screen, such as a choice in Notepad, may stand in quotation marks.
 */
const NOT_FOR_CLERKS: readonly (readonly [RegExp, string])[] = [
  [/BOM/u, '看不见的记号'],
  [/UTF-?(?:8|16)|GBK|GB ?18030|ANSI/u, '“UTF-8”、“ANSI”在引号里，照记事本写的'],
  [/\b(?:CR)?LF\b/u, '换行的写法'],
  [/制表符/u, 'Tab 键打的空白'],
  [/退出码/u, '结束时给别的程序的数字'],
  [/JSON|YAML|SARIF|schema|front ?matter/u, '说它是什么，不说格式的名字'],
  [/[A-Z]+_(?:DIR|URL|PATH|KEY)\b/u, '内容放在哪里，请技术人员核对'],
  [/暂存|staged|\bcommit|\bpush\b|推送|分支|仓库|子模块|\bHEAD\b/u, '保存、送到服务器'],
  [/缓存|符号链接|锚点|命名管道|套接字|字节|字符串|转义|正则|终端|元数据|哈希/u, '平常的话'],
  [/\b(?:null|undefined|none|true|false|NaN|ENOENT|spawn)\b/u, '中文'],
];

/** Whose words clerks read; those of commands for technicians may name what they need. */
const FOR_CLERKS = [
  'src/core/{announcement,body,check,code-examples,corpus,disclosure,drafting,mend,plausible,project,report,rules,screen}/**/*.ts',
  'src/core/{check,diagnostic,exceptions,mend,plausible,privacy,report,screen,simplified,versions}.ts',
  'src/cli/drafting/*.ts',
  'src/cli/{board,check,content-dir,correct,days,digest,fix,hooks,new,open-browser,options,preview,publish,report,staged,withdraw}.ts',
  // Its folder release/ is the publishing machine's, which technicians look after.
  'src/office/*.ts',
];

/** The Chinese sentences of a file, each with its line; what is put into one at run time is `…`. */
function sentencesIn(file: string): readonly { line: number; text: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && /\p{Script=Han}/u.test(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(...text.split('\n').map((one, index) => ({ line: line + 1 + index, text: one })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** A sentence without what is quoted, options, commands and names of files. */
const plain = (text: string): string =>
  text
    .replaceAll(/“[^”]*”/gu, '')
    .replaceAll(/--[a-z-]+(?: [a-z|]+)?|\[--[^\]]*\]|npm run [a-z:]+|[\w./<>…-]+\.(?:yaml|json|md)\b/gu, '');

const faultsOf = (text: string): readonly string[] =>
  NOT_FOR_CLERKS.flatMap(([word, instead]) => {
    const found = word.exec(plain(text))?.[0];
    return found === undefined ? [] : [`“${found}”，改说：${instead}`];
  });

test('what a clerk reads has no word of programmers in it', () => {
  const files = globSync(FOR_CLERKS, { cwd: root }).toSorted();
  expect(files.length).toBeGreaterThan(250);
  const faults = files.flatMap((file) =>
    sentencesIn(`${root}/${file}`).flatMap(({ line, text }) =>
      faultsOf(text).map((fault) => `${file}:${line} ${fault}：${text.trim()}`),
    ),
  );
  expect(faults).toEqual([]);
});

/** Whoever looks after the machines is 技术人员; these would be somebody else to a clerk who is to ask for help. */
const OTHER_NAMES = /信息人员|IT ?人员|运维人员|网管|技术员|信息员/u;

test('whoever looks after the machines has one name, in commands, pages and guides', () => {
  const files = globSync(
    [
      'src/**/*.{ts,tsx,mjs,astro}',
      'docs/**/*.{md,yml,yaml,timer,service}',
      'README.zh-CN.md',
      'content/pages/*.md',
    ],
    { cwd: root },
  );
  expect(files.length).toBeGreaterThan(800);
  expect(files.filter((file) => OTHER_NAMES.test(readFileSync(`${root}/${file}`, 'utf8')))).toEqual([]);
});

test.each([
  ['文件开头有 BOM 标记', ['“BOM”，改说：看不见的记号']],
  ['用记事本打开，“另存为”时编码选“UTF-8”', []],
  ['--format   text 给人看；json 给程序用', []],
  ['写在 content/site.yaml 里', []],
  ['请核对 CONTENT_DIR', ['“CONTENT_DIR”，改说：内容放在哪里，请技术人员核对']],
])('%s', (text, faults) => expect(faultsOf(text)).toEqual(faults));
