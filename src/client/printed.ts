import { now } from './clock.ts';

/** Paper says when it was printed, in Beijing's time. */
addEventListener('beforeprint', () => {
  const line = document.querySelector('[data-printed]');
  const time = new Date(now()).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  if (line) line.textContent = `，打印时间 ${time}`;
});
