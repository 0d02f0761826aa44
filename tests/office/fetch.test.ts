import { expect, test } from 'vitest';
import { fetchTip } from '../../src/office/fetch.ts';
import { fetchSubmissions } from '../../src/office/review/branches.ts';
import { findRepository } from '../../src/office/repository.ts';
import { Office } from './clerks.ts';

test('several pages of one desk that ask in the same second all get what is newest', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  const repository = await findRepository(wang.contentDir);
  for (let round = 1; round <= 6; round += 1) {
    li.git('commit', '-q', '--allow-empty', '-m', `第 ${round} 次`);
    li.git('push', '-q', 'origin', 'HEAD:main', `HEAD:refs/heads/desk/${'a'.repeat(15)}${round}`);
    const newest = li.git('rev-parse', 'HEAD');
    const asked = [fetchTip, fetchSubmissions, fetchTip, fetchSubmissions, fetchTip];
    const tips = await Promise.all(asked.map((ask) => ask(repository)));
    expect(tips).toEqual(asked.map(() => newest));
  }
});
