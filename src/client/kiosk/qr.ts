import { part } from './page.ts';

/** Shows the code that stands in an announcement's page: its public address, drawn in the build. Without one, none. */
export function showQr(page: Document | undefined): void {
  const drawing = page?.querySelector('main svg.qr');
  const box = drawing?.getAttribute('viewBox') ?? '';
  const path = drawing?.lastElementChild?.getAttribute('d') ?? '';
  const code = part<SVGElement>('data-qr');
  const isDrawn = /^0 0 \d+ \d+$/u.test(box) && /^(M\d+ \d+h\d+v1h-\d+z)+$/u.test(path);
  part('data-take-code').hidden = !isDrawn;
  if (!isDrawn) return;
  const side = box.split(' ')[2]!;
  code.setAttribute('viewBox', box);
  code.firstElementChild!.setAttribute('d', `M0 0h${side}v${side}H0z`);
  code.lastElementChild!.setAttribute('d', path);
}
