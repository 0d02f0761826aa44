import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { longIn, stoppedIn, wordsIn } from './sentences.ts';

/** Where the sentences stand that a clerk reads at the desk, or when she publishes. */
const FILES = globSync('src/{desk,client/desk,core/desk,core/body/table,office}/**/*.{ts,tsx}').filter(
  // The pages that a new site begins with are the centre's own words to its readers.
  (file) => !file.replaceAll('\\', '/').startsWith('src/office/starter/'),
);

const words = FILES.flatMap((file) => wordsIn(file, readFileSync(file, 'utf8')));

describe('every sentence of the desk', () => {
  test('speaks of notices and not of how the program works', () => {
    expect(words.length).toBeGreaterThan(300);
    const stopped = words.flatMap(({ file, line, text }) => {
      const word = stoppedIn(text, file.replaceAll('\\', '/').startsWith('src/office/'));
      return word === undefined ? [] : [`${file}:${line} “${word}”: ${text}`];
    });
    expect(stopped).toEqual([]);
  });

  test('is short enough to be read at a glance: at most 40 characters', () => {
    const long = words.flatMap(({ file, line, text }) => longIn(text).map((one) => `${file}:${line} ${one}`));
    expect(long).toEqual([]);
  });

  test('is found in quotation marks, in templates and between tags, and not in comments', () => {
    const source =
      "// 分支\nconst a = '甲'; const b = `乙${c ? '丙' : 1}丁`;\nconst d = <p title='戊'>己 {e}</p>;";
    expect(wordsIn('a.tsx', source).map(({ text, line }) => `${line} ${text}`)).toEqual([
      '2 甲',
      '2 乙…丁',
      '2 丙',
      '3 戊',
      '3 己',
    ]);
    expect(stoppedIn('先 git push 再说')).toBe('git');
    expect(stoppedIn('换一个分支')).toBe('分支');
    expect(stoppedIn('请技术人员运行 git switch main', true)).toBeUndefined();
    expect(stoppedIn('digital 数字证书')).toBeUndefined();
    expect(longIn(`短。${'长'.repeat(41)}。短`)).toHaveLength(1);
  });
});
