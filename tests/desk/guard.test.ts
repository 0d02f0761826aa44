import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { guard } from '../../src/desk/guard.ts';
import { Refused } from '../../src/desk/refused.ts';
import { deskFor, type TestDesk } from './open.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';
const HOST = '127.0.0.1:40123';
const OWN = { host: HOST, 'x-desk-token': TOKEN, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' };
const JSON_BODY = { 'content-type': 'application/json', 'content-length': '2' };

/** The status with which a request is refused; nothing where it passes. */
function refusalOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): number | undefined {
  try {
    guard({ method, path, headers }, { hosts: new Set([HOST, 'localhost:40123']), token: TOKEN });
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.status;
    throw error;
  }
}

const plain = { host: HOST, 'x-desk-token': TOKEN };

test.each<[name: string, method: string, path: string, headers: Record<string, string>, status?: number]>([
  ['the page asks for its own files', 'GET', '/', { host: HOST }],
  ['the page is asked for as localhost', 'GET', '/', { host: 'localhost:40123' }],
  ['the page reads', 'GET', '/api/work', OWN],
  ['a browser says no origin of what it reads', 'GET', '/api/work', plain],
  ['the page writes', 'PUT', '/api/drafts/x', { ...OWN, ...JSON_BODY }],
  [
    'the page sends a file',
    'PUT',
    '/api/drafts/x/files/a.pdf',
    { ...OWN, ...JSON_BODY, 'content-type': 'application/octet-stream' },
  ],
  ['the page says something without a body', 'POST', '/api/leave', OWN],
  ['a name of a file in Chinese', 'GET', `/api/drafts/x/files/${encodeURIComponent('图 (1).pdf')}`, OWN],
  ['a path with a step on the spot', 'POST', '/api/./leave', OWN, 404],
  ['a path with a step back', 'POST', '/api/x/../leave', OWN, 404],
  ['a step that is encoded', 'POST', '/api/x/%2e%2e/leave', OWN, 404],
  ['a letter that need not be encoded', 'GET', '/api/drafts/%32', OWN, 404],
  ['an empty part', 'GET', '/api//work', OWN, 404],
  ['half a code', 'GET', '/api/drafts/%3', OWN, 404],
  ['another name leads here', 'GET', '/', { host: 'evil.example' }, 403],
  ['another name with the right port leads here', 'GET', '/', { host: 'evil.example:40123' }, 403],
  ['a name that begins like ours', 'GET', '/', { host: `${HOST}.evil.example` }, 403],
  ['our address with another port', 'GET', '/', { host: '127.0.0.1:40124' }, 403],
  ['no name', 'GET', '/', {}, 403],
  ['another name with the token', 'GET', '/api/work', { ...OWN, host: 'evil.example:40123' }, 403],
  ['no token', 'GET', '/api/work', { host: HOST }, 403],
  ['a wrong token', 'GET', '/api/work', { ...OWN, 'x-desk-token': TOKEN.replace('0', '1') }, 403],
  ['an empty token', 'GET', '/api/work', { ...OWN, 'x-desk-token': '' }, 403],
  ['a token with more behind it', 'GET', '/api/work', { ...OWN, 'x-desk-token': `${TOKEN}0` }, 403],
  [
    'a page elsewhere reads',
    'GET',
    '/api/work',
    { ...OWN, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    403,
  ],
  [
    'a page elsewhere writes',
    'POST',
    '/api/drafts',
    { ...OWN, ...JSON_BODY, origin: 'http://evil.example' },
    403,
  ],
  [
    'a page of another port writes',
    'POST',
    '/api/drafts',
    { ...OWN, ...JSON_BODY, origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    403,
  ],
  ['a write that names no origin', 'POST', '/api/drafts', { ...plain, ...JSON_BODY }, 403],
  ['a write from a sandboxed frame', 'POST', '/api/drafts', { ...OWN, ...JSON_BODY, origin: 'null' }, 403],
  [
    'a form of another page',
    'POST',
    '/api/drafts',
    { host: HOST, 'content-type': 'text/plain', 'content-length': '2' },
    403,
  ],
  [
    'text that is called text',
    'POST',
    '/api/drafts',
    { ...OWN, ...JSON_BODY, 'content-type': 'text/plain' },
    415,
  ],
  [
    'a form',
    'POST',
    '/api/drafts',
    { ...OWN, ...JSON_BODY, 'content-type': 'multipart/form-data; boundary=x' },
    415,
  ],
  ['a body of no type', 'POST', '/api/drafts', { ...OWN, 'transfer-encoding': 'chunked' }, 415],
  ['a question whether one may ask from elsewhere', 'OPTIONS', '/api/drafts', OWN, 405],
  ['a method that no page needs', 'PATCH', '/api/drafts', OWN, 405],
  ['writing to the files of the page', 'PUT', '/index.html', { ...OWN, ...JSON_BODY }, 403],
])('%s', (name, method, path, headers, status) => {
  expect(refusalOf(method, path, headers), name).toBe(status);
});

/** A request as no browser sends it: the path as it is. */
async function raw(desk: TestDesk, path: string, headers: Readonly<Record<string, string>> = {}) {
  const { hostname, port } = new URL(desk.origin);
  return new Promise<{ status: number; body: string }>((done, fail) => {
    request({ hostname, port, path, headers }, (answer) => {
      void text(answer).then((body) => done({ status: answer.statusCode!, body }));
    })
      .on('error', fail)
      .end();
  });
}

test('another name for this machine gets nothing, neither page nor answer', async () => {
  const desk = await deskFor();
  const headers = { Host: 'rebound.example', 'X-Desk-Token': desk.token };
  for (const path of ['/', '/index.html', '/api/desk']) {
    const { status, body } = await raw(desk, path, headers);
    expect(status, path).toBe(403);
    expect(body).not.toContain('办事台</title>');
  }
});

test('no path leads out of the folder of the page', async () => {
  const desk = await deskFor();
  for (const path of [
    '/../page-2/x',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/..\\x',
  ])
    expect((await raw(desk, path)).status, path).toBe(404);
  expect((await raw(desk, '/')).status).toBe(200);
});

test('every answer forbids frames, foreign scripts and guesses, and lets no other page read it', async () => {
  const desk = await deskFor();
  for (const path of ['/', '/nothing', '/api/desk', '/api/nothing']) {
    const { headers } = await fetch(`${desk.origin}${path}`, { headers: { 'X-Desk-Token': desk.token } });
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  }
});
