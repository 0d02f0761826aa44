import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { filesLike, textOf } from './site.ts';

test('whom to tell of a hole in the site stands where programs look for it, for less than a year', () => {
  expect(filesLike('.well-known/*')).toEqual(['.well-known/security.txt']);
  const text = textOf('.well-known/security.txt');
  expect(text).toContain('Contact: mailto:security@example.gov.cn\n');
  const expires = Temporal.Instant.from(/^Expires: (.+)$/mu.exec(text)![1]!);
  const days = expires.since(Temporal.Instant.from(readSettings().now)).total('days');
  expect(days).toBeGreaterThan(300);
  expect(days).toBeLessThan(365);
});
