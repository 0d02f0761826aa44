import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerPolicy } from '../src/site/policy.ts';

for (const file of ['docs/deploy/nginx.conf', 'docs/deploy/Caddyfile']) {
  test(`${file} sends the policies of the pages, as the code states them`, () => {
    const policies = [...readFileSync(file, 'utf8').matchAll(/"(default-src [^"]+)"/gu)].map(
      ([, text]) => text,
    );
    expect(policies.sort()).toEqual(
      [headerPolicy('site'), headerPolicy('display'), headerPolicy('kiosk')].sort(),
    );
  });
}

test('the web server of a box in the hall sends the policy of a kiosk, as the code states it', () => {
  const policies = readFileSync('docs/deploy/kiosk/nginx.conf', 'utf8').match(/(?<=")default-src [^"]+/gu);
  expect(policies).toEqual([headerPolicy('kiosk')]);
});
