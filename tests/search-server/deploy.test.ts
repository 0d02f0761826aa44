import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../cli/command.ts';
import { API, LONGEST_ADDRESS, MOST_FORMS } from '../../src/core/search/api.ts';

const guide = readFileSync('docs/search-server.md', 'utf8');
const unit = readFileSync('docs/deploy/zhangbang-search.service', 'utf8');

test('the unit starts the command with options that it has, where the guide sends the web server', async () => {
  const [, line] = /^ExecStart=\/usr\/bin\/node \S+setup\.mjs (.+)$/mu.exec(unit)!;
  const args = line!.split(' ');
  expect(await run([...args, '--help'])).toMatchObject({ status: 0, stderr: '' });
  const valueOf = (option: string): string => args[args.indexOf(option) + 1]!;
  expect(guide).toContain(`proxy_pass http://${valueOf('--host')}:${valueOf('--port')};`);
  expect(guide).toContain(`location ^~ /${API} {`);
});

test('the index file lies in the folder that the unit may write to', () => {
  const [, folder] = /^StateDirectory=(.+)$/mu.exec(unit)!;
  expect(unit).toContain(`--file /var/lib/${folder}/`);
});

test('the guide states the limits of the code', () => {
  expect(guide).toContain(
    `网址最长 ${LONGEST_ADDRESS.toLocaleString('en-US')} 个字符，一次最多 ${MOST_FORMS} 段文字`,
  );
});
