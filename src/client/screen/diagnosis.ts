/** Milliseconds between two looks of somebody who searches a fault. */
const EVERY = 2000;

/**
 * `?diag=1`: what is going on inside, in a corner of the glass, for a photograph that goes to support. Nothing of it is
 * personal. A page without the question has none of this.
 */
export function showDiagnosis(tell: () => readonly string[]): void {
  if (new URLSearchParams(location.search).get('diag') !== '1') return;
  const place = document.createElement('pre');
  place.className = 'diagnosis';
  const text = place.appendChild(document.createTextNode(''));
  document.body.append(place);
  const write = (): void => void (text.data = tell().join('\n'));
  write();
  setInterval(write, EVERY);
}
