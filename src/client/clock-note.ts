const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the page says of a clock that is wrong, by so many milliseconds. Few need it, so it is fetched by them alone. */
export function clockNote(off: number): string {
  const [unit, name] =
    Math.abs(off) >= DAY ? [DAY, '天'] : Math.abs(off) >= HOUR ? [HOUR, '小时'] : [MINUTE, '分钟'];
  const much = Math.round(Math.abs(off) / unit);
  return `您的设备时钟${off > 0 ? '慢' : '快'}了约 ${much} ${name}，本页已改按网站服务器的时间计算。`;
}
