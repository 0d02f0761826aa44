import type { Boot } from '../../core/kiosk/boot.ts';
import { element } from '../element.ts';

/** A part of the page that it always has, by its data attribute: `part('data-content')`. */
export const part = <T extends Element = HTMLElement>(name: string): T =>
  document.querySelector<T>(`[${name}]`)!;

export const boot = JSON.parse(document.querySelector('#boot')!.textContent) as Boot;

/** Makes a button that does something when it is touched. */
export function button(
  className: string,
  act: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', className, ...children) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
