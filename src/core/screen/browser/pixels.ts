/** Shorter and longer sides that no screen for reading has: a digit was left out or written twice. */
const SHORTEST = 480;
const LONGEST = 16_000;

/** What is wrong where no screen but a strip has so few pixels, or so many. */
export function checkPixels({
  width,
  height,
}: {
  width: number;
  height: number;
}): { message: string; help: string } | undefined {
  const isFew = Math.min(width, height) < SHORTEST;
  if (!isFew && Math.max(width, height) <= LONGEST) return undefined;
  const factor = isFew ? 10 : 0.1;
  const [across, down] = [Math.round(width * factor), Math.round(height * factor)];
  const isMeant = Math.min(across, down) >= SHORTEST && Math.max(across, down) <= LONGEST;
  return {
    message: `没有 ${width}×${height} 像素的屏幕，${isFew ? `短的一边至少 ${SHORTEST}` : '太多了'}`,
    help: `核对像素（横向×纵向）${isMeant ? `，是不是 ${across}×${down}` : ''}`,
  };
}
