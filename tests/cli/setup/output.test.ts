import { expect, test } from 'vitest';
import { Output } from '../../../src/cli/setup/output.mjs';
import { runQuietly } from '../../../src/cli/setup/run.mjs';

/** `'npm' 不是内部或外部命令`, as cmd.exe of a Chinese Windows writes it. */
const GBK = Buffer.from('276e706d2720b2bbcac7c4dab2bfbbf2cde2b2bfc3fcc1ee0d0a', 'hex');
const WORDS = "'npm' 不是内部或外部命令\r\n";

/** What is read of chunks of one stream. */
function read(chunks: readonly Buffer[]): string {
  const output = new Output();
  for (const chunk of chunks) output.add('stderr', chunk);
  return output.text();
}

test('cmd 自己的话是 GBK，npm 的是 UTF-8，一行一行都读得懂', () => {
  const npm = Buffer.from('npm error 没有权限写入 C:\\公告\n');
  expect(read([GBK, npm, GBK])).toBe(`${WORDS}npm error 没有权限写入 C:\\公告\n${WORDS}`);
});

test('断在一个汉字中间也不乱', () => {
  for (const whole of [Buffer.from('安装没有成功：磁盘满了'), GBK])
    for (let at = 1; at < whole.length; at += 1)
      expect(read([whole.subarray(0, at), whole.subarray(at)])).toBe(read([whole]));
});

test('两路输出交错着来，各自的行是完整的', () => {
  const output = new Output();
  const [out, err] = [Buffer.from('正在下载\n'), Buffer.from('网络断了\n')];
  output.add('stdout', out.subarray(0, 4));
  output.add('stderr', err.subarray(0, 5));
  output.add('stdout', out.subarray(4));
  output.add('stderr', err.subarray(5));
  expect(output.text()).toBe('正在下载\n网络断了\n');
});

test('没有成功的一步，原因读得出来', async () => {
  const script = `process.stderr.write(Buffer.from('${GBK.toString('hex')}', 'hex')); process.exitCode = 1`;
  const ran = await runQuietly('正在试', process.execPath, ['-e', script], { isOneOfMany: true });
  expect(ran).toEqual({ ok: false, output: WORDS });
});
