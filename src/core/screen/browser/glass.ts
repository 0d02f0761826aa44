/** A size in pixels of whichever kind, as it hangs. */
export interface Size {
  width: number;
  height: number;
}

/** A glass that is so nearly square hangs neither way. */
const NEARLY_SQUARE = 1.1;

/**
 * Whether a screen that is set for one way of hanging is shown on a glass that hangs the other way: a landscape page on
 * a portrait panel.
 */
export function isOnWrongGlass(set: Size, glass: Size): boolean {
  const [wanted, actual] = [wayOf(set), wayOf(glass)];
  return wanted !== undefined && actual !== undefined && wanted !== actual;
}

/** What a screen says in small on a glass that it is not set for; nothing where it is. */
export function wrongGlassNote(set: Size, glass: Size): string {
  if (isOnWrongGlass(set, glass)) {
    const names = { landscape: '横屏', portrait: '竖屏' };
    return `这一页按${names[wayOf(set)!]}设置，这块屏是${names[wayOf(glass)!]}，请找管理员`;
  }
  const [wanted, actual] = [set.width / set.height, glass.width / glass.height];
  const isOther = Math.max(wanted / actual, actual / wanted) > OTHER_SHAPE;
  return isOther ? `这一页按 ${set.width}×${set.height} 设置，这块屏形状不同，请找管理员` : '';
}

/** A glass that differs so much in shape leaves an edge dark that one sees: 16:10 for 16:9 does not. */
const OTHER_SHAPE = 1.15;

function wayOf({ width, height }: Size): 'landscape' | 'portrait' | undefined {
  if (width >= height * NEARLY_SQUARE) return 'landscape';
  return height >= width * NEARLY_SQUARE ? 'portrait' : undefined;
}
