import { statusOf, wordsOfTag } from './time-tag.ts';

/**
 * What the box of dates (components/DeadlineBox.astro) says by the reader's clock; moments in milliseconds since 1970.
 */

/** What a tag says, and who can still take part. */
export function tellVerdict(heading: HTMLElement, moment: number): void {
  const status = statusOf(heading, moment);
  if (!status) return;
  heading.textContent = wordsOfTag(heading, status) + (status === 'inside' ? heading.dataset['inside']! : '');
}

/** Of several ends shows the next one and counts down to it; after the last, that one. */
export function showNextEnd(box: HTMLElement, moment: number): void {
  const ends = Array.from(box.querySelectorAll<HTMLElement>('[data-end]'));
  const next = ends.find(({ dataset }) => Date.parse(dataset['end']!) > moment) ?? ends[ends.length - 1]!;
  for (const end of ends) end.hidden = end !== next;
  box.querySelector<HTMLElement>('[data-countdown]')!.dataset['countdown'] = next.dataset['end'];
}

/**
 * Marks the gates of a line as past, next or to come, by shape and in words, and puts today between the last one that is
 * past and the next, as far along as time has gone.
 */
export function markGates(line: HTMLElement, moment: number): void {
  line.querySelector('.gates-today')?.remove();
  const gates = Array.from(line.querySelectorAll('li'));
  const at = gates.map(({ dataset }) => Date.parse(dataset['at']!));
  const next = at.findIndex((one) => one > moment);
  gates.forEach((gate, place) => {
    gate.classList.toggle('is-past', at[place]! <= moment);
    gate.classList.toggle('is-next', place === next);
  });
  if (next < 1) return;
  const today = document.createElement('i');
  today.className = 'gates-today';
  today.textContent = '今天';
  const gone = (moment - at[next - 1]!) / (at[next]! - at[next - 1]!);
  // Not so near to a gate that the two cover each other.
  today.style.left = `${20 + 60 * gone}%`;
  gates[next - 1]!.append(today);
}
