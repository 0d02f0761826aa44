import { expect, test } from 'vitest';
import { wordsFor } from '../../src/deploy/rclone-words.ts';

test.each([
  [
    'Failed to create file system for "oss:site": didn\'t find section in config file',
    'rclone 没有名为“oss”的远端',
  ],
  ["couldn't decrypt configuration, most likely wrong password", 'RCLONE_CONFIG_PASS'],
  ['LoadCustomCABundleError: unable to load custom CA bundle', 'AWS_CA_BUNDLE'],
  ['x509: certificate signed by unknown authority', '没有通过证书检查'],
  [
    'Failed to copy: AccessDenied: Access Denied\n\tstatus code: 403, request id: , host id: ',
    'oss:site 拒绝了',
  ],
  ['Failed to copy: 401 Unauthorized', 'oss:site 拒绝了'],
  ['NoSuchBucket: The specified bucket does not exist', '没有 oss:site 这个存储桶或文件夹'],
  ['Failed to copy: 507 Insufficient Storage', 'oss:site 放满了'],
  ['SlowDown: Please reduce your request rate.\n\tstatus code: 503', '现在不能用'],
  ['dial tcp: lookup oss.example.cn: no such host', '连不上 oss:site'],
  [
    'something that nobody has seen',
    'rclone 没有做完 oss:site 的事。\nrclone 的原话：something that nobody has seen',
  ],
])('%s', (said, words) => {
  expect(wordsFor('oss:site', [said])).toContain(words);
  expect(wordsFor('oss:site', [said])).toContain('rclone 的原话：');
});
