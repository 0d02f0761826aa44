import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { main, NOTICE, notice, TODAY } from '../cli/command.ts';
import { git, Office } from './clerks.ts';

const env = (contentDir: string) => ({
  ...process.env,
  CONTENT_DIR: contentDir,
  TODAY,
  SITE_URL: '',
  OUT_DIR: '',
});

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'a publication that is ended by %s while the server takes it loses nothing, and the next one ends it',
  async (signal) => {
    const office = new Office();
    const gate = join(office.bare, 'gate');
    spawnSync('mkfifo', [gate]);
    office.hook(
      'pre-receive',
      `#!/bin/sh\nif [ -p '${gate}' ]; then echo 收到了 >&2; cat '${gate}' >/dev/null; fi\n`,
    );
    const clerk = office.clerk();
    clerk.write(NOTICE, notice());
    const before = clerk.git('rev-parse', 'HEAD');
    const child = spawn(process.execPath, [main, 'publish', '--no-wait'], {
      cwd: root,
      env: env(clerk.contentDir),
    });
    const ended = once(child, 'exit');
    for await (const text of child.stdout.setEncoding('utf8')) if (String(text).includes('收到了')) break;
    child.kill(signal);
    // Whoever still waits at the gate goes through, and nobody waits there later.
    const opened = spawn('sh', ['-c', `: > '${gate}'`]);
    await ended;
    rmSync(gate);
    opened.kill();

    expect(clerk.read(NOTICE)).toBe(notice());
    expect(clerk.git('rev-parse', 'HEAD')).toBe(before);
    expect(clerk.git('fsck')).not.toMatch(/error|missing/u);
    office.hook('pre-receive', '#!/bin/sh\n');
    const again = await clerk.publish([NOTICE]);
    expect(['sent', 'nothing']).toContain(again.kind);
    expect(clerk.git('status', '--porcelain')).toBe('');
    expect(office.show(NOTICE)).toBe(notice().trimEnd());
    expect(git(office.bare, 'log', '--format=%s', 'main').match(/发布：/gu)).toHaveLength(1);
  },
);
