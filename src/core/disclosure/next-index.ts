/**
 * The next free index number of the run that one belongs to: its last digits counted on, as many of them, behind the
 * highest that is taken. Nothing where it does not end in digits.
 */
export function nextIndex(index: string, taken: readonly string[]): string | undefined {
  const cut = /^(.*?)(\d{1,15})$/u.exec(index);
  if (!cut) return undefined;
  const [, head = '', digits = ''] = cut;
  const numbers = taken.flatMap((other) => {
    const rest = other.startsWith(head) ? other.slice(head.length) : '';
    return /^\d{1,15}$/u.test(rest) ? [Number(rest)] : [];
  });
  return `${head}${String(Math.max(Number(digits), ...numbers) + 1).padStart(digits.length, '0')}`;
}
