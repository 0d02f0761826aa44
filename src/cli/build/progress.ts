/** Less is done before anybody wonders. */
const WORTH_TELLING = 5000;

/**
 * Tells of long work how far it is, at each tenth of it.
 * @param words what is done, `已生成`
 * @param all how many pieces it has; of few pieces nothing is told
 * @returns is to be told how many more are done
 */
export function progress(
  words: string,
  all: number,
  tell: (line: string) => void = console.log,
): (more?: number) => void {
  let [done, told] = [0, 0];
  return (more = 1) => {
    done += more;
    const tenths = Math.floor((done * 10) / all);
    if (all < WORTH_TELLING || tenths === told) return;
    told = tenths;
    tell(`  ${words} ${tenths * 10}%`);
  };
}
