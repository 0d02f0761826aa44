/** Which way a screen hangs. */
export const ORIENTATIONS = { landscape: '横屏', portrait: '竖屏' } as const;

type Orientation = keyof typeof ORIENTATIONS;

/** What is wrong where the orientation that was written is not that of the pixels. */
export function checkOrientation(
  written: Orientation | undefined,
  { width, height }: { width: number; height: number },
): { message: string; help: string } | undefined {
  const actual: Orientation = width >= height ? 'landscape' : 'portrait';
  if (written === undefined || written === actual) return undefined;
  return {
    message: `像素 ${width}×${height} 是${ORIENTATIONS[actual]}，这里写的是${ORIENTATIONS[written]}`,
    help: `改为 ${ORIENTATIONS[actual]}，或者把像素改为 ${height}×${width}（横向×纵向）`,
  };
}
