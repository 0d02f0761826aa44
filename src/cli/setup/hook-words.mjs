// @ts-check
/*
 * What the hook before a commit has to say, by name, on standard output. It runs on any Node that understands modules.
 */

/** @type {Readonly<Record<string, string>>} */
const WORDS = {
  'not-installed': '提醒：本机还没有装好检查程序，这次提交没有检查。运行一次 npm run check 就会装好。',
  'not-run': '提醒：检查没有运行成功，原因见上；这次提交没有检查。',
};

console.log(WORDS[process.argv[2] ?? ''] ?? Object.values(WORDS).join('\n'));
