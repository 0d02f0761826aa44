/* For those whose clock is wrong, and fetched by them alone. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says beside the countdown, or below the heading, that the device's clock is wrong, by so many milliseconds. */
export function tellClock(off: number): void {
  const note = document.createElement('p');
  note.className = 'note clock-note';
  note.textContent = clockNote(off);
  const countdown = document.querySelector('[data-countdown]');
  if (countdown) countdown.before(note);
  else document.querySelector('main h1')?.after(note);
}

/** What is said of it. */
export function clockNote(off: number): string {
  const [unit, name] =
    Math.abs(off) >= DAY ? [DAY, '天'] : Math.abs(off) >= HOUR ? [HOUR, '小时'] : [MINUTE, '分钟'];
  const much = Math.round(Math.abs(off) / unit);
  return `您的设备时钟${off > 0 ? '慢' : '快'}了约 ${much} ${name}，本页已改按网站服务器的时间计算。`;
}
