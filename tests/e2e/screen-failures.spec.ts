import { LIES, WebServer } from './hall-server.ts';
import { expect, HallScreen, test } from './lobby.ts';

for (const lie of LIES) {
  test(`a server that fails by “${lie}” changes nothing on the glass but the mark, and once it is back the mark goes`, async ({
    hall,
    server,
  }) => {
    await hall.open('lobby-b');
    const [rows, footer] = [await hall.rows(), await hall.footer()];
    await server.fail(lie);
    await hall.jump(14);
    expect(await hall.footer()).not.toContain('没有连上服务器');
    await hall.jump(2);
    await expect(hall.page.locator('html')).toHaveClass(/\blate\b/);
    expect(await hall.footer()).toContain('已 16 分钟没有连上服务器，可能不是最新');
    expect(await hall.footer()).toContain(footer.split('\n').at(-1)!);
    await hall.jump(110);
    await expect(hall.page.locator('html')).toHaveClass(/\bstale\b/);
    expect(await hall.footer()).toMatch(/2 小时\s+没有连上服务器，请以网站为准/u);
    await hall.turnToFirst();
    await hall.expectAmong(rows);
    await server.recover();
    await hall.pass(72);
    await expect(hall.page.locator('html')).toHaveClass(/^live$/);
    expect(await hall.footer()).not.toContain('没有连上服务器');
  });
}

for (const [how, fail] of [
  ['is killed', 'kill'],
  ['stands still', 'halt'],
] as const) {
  test(`when the process of the web server ${how}, the screen goes on, says so, and recovers within a minute`, async ({
    page,
  }) => {
    test.slow();
    const server = new WebServer();
    const hall = new HallScreen(page, server);
    await server.start();
    try {
      await hall.open('lobby-b');
      const rows = await hall.rows();
      await server[fail]();
      await hall.jump(16);
      await expect(page.locator('.age')).toContainText('已 16 分钟没有连上服务器，可能不是最新');
      await hall.turnToFirst();
      await hall.expectAmong(rows);
      await server.recover();
      await hall.pass(72);
      expect(await hall.footer()).not.toContain('没有连上服务器');
    } finally {
      await server.kill();
    }
  });
}

test('a screen switched on beside a dead server says at once how long ago it last heard', async ({
  hall,
  server,
}) => {
  await hall.open('lobby-b');
  await server.fail('500');
  await hall.jump(30);
  await hall.page.reload();
  await hall.settle();
  await expect(hall.page.locator('.age')).toContainText('已 30 分钟没有连上服务器');
});
