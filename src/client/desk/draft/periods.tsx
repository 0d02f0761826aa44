import type { Checked } from '../../../core/desk/api.ts';

/** The dates of the form one behind the other, with how far the law wants them apart. */
export function Periods({ checked }: { checked: Checked | undefined }) {
  const periods = checked?.periods ?? [];
  if (periods.length === 0) return null;
  return (
    <>
      <h2 class="findings-more">期限</h2>
      <ol>
        {periods
          .toSorted((a, b) => dayIn(a.words) - dayIn(b.words))
          .map(({ label, words, isKept }, index) => (
            <li
              key={`${label} ${index}`}
              class={`finding ${isKept === false ? 'finding-error' : 'finding-kept'}`}
            >
              <strong>{label}</strong> {words}
              {isKept === true && ' ✓'}
            </li>
          ))}
      </ol>
    </>
  );
}

/** The day that words begin with, as a number that grows with it. */
function dayIn(words: string): number {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(words) ?? [];
  return Number(year ?? 9999) * 10_000 + Number(month ?? 0) * 100 + Number(day ?? 0);
}
