import type { Page } from '@playwright/test';

/** The picture of a page or of a place on it, dot by dot. */
export async function dotsOf(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const picture = (await page.screenshot({ clip })).toString('base64');
  const bare = await page.context().newPage();
  const { width, height, data } = await bare.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return {
      width: image.width,
      height: image.height,
      data: Array.from(context.getImageData(0, 0, image.width, image.height).data),
    };
  }, picture);
  await bare.close();
  return { width, height, data: Uint8ClampedArray.from(data) };
}
