/**
 * Whether the device draws Chinese characters. One without a font for them draws the same box for each; those of a
 * screen that cannot tell (no canvas) are taken for good.
 */
export function hasChineseFont(): boolean {
  const [one, other] = ['公', '告'].map(drawn);
  return one === undefined || one !== other;
}

function drawn(character: string): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(character, 2, 26);
  return canvas.toDataURL();
}
