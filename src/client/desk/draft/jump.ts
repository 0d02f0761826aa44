import type { DeskFinding } from '../../../core/desk/api.ts';
import { fieldId } from '../form/field-id.ts';
import { draftAt, go } from '../place.ts';
import { stepOf } from './steps.tsx';

/** Where in a draft something is put right. */
export type Spot = Pick<DeskFinding, 'field' | 'record' | 'bodyLine' | 'file'>;

/** Opens the step and puts the keyboard into the control, once it is on the page. */
export function jumpTo(finding: Spot, draftKey: string): void {
  go(draftAt(draftKey, stepOf(finding)));
  const find = (): HTMLElement | null => controlOf(finding);
  let tries = 0;
  const reach = (): void => {
    const control = find();
    tries += 1;
    if (!control && tries < 60) return void requestAnimationFrame(reach);
    if (!control) return;
    const folded = control.closest('details');
    if (folded) folded.open = true;
    control.scrollIntoView({ block: 'center' });
    control.focus({ preventScroll: true });
  };
  requestAnimationFrame(reach);
}

function controlOf({ field, record, bodyLine, file }: Spot): HTMLElement | null {
  if (file !== undefined) return document.querySelector(`[data-file=${JSON.stringify(file)}]`);
  if (bodyLine !== undefined) {
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-line]')];
    return blocks.filter(({ dataset }) => Number(dataset['line']) <= bodyLine).at(-1) ?? null;
  }
  if (field === undefined) return null;
  const inRecord = record && document.getElementById(fieldId(field, record.index, record.label));
  return inRecord ?? document.getElementById(fieldId(field));
}
