import { attributeOf, type Element } from '../../core/import/tree.ts';

/** Folders whose pictures are of the site: signs of file kinds, buttons, skins. */
const OF_SITE = /filetypeimages|\/icons?\/|\/ico\/|\/skins?\/|\/sysimage\/|\/emoticons?\/|\/counter\//iu;

/** What pictures of the site are called: buttons, logos, counters, codes to scan, spacers. */
const NAMED =
  /^(?:icon|ico|logo|banner|print|close|share|weixin|weibo|wechat|wx|qr|qrcode|erweima|ewm|blank|spacer|space|dot|line|arrow|counter|hits|jiucuo|wza|gongan|gaba|beian|dzjg|blue|red|btn|button|top|back|loading|nopic|transparent|pixel)(?:[-_.\d]|$)|[-_](?:icon|ico|logo|btn)\.[a-z]+$/iu;

/** Whether a picture is a sign of the site and nothing of the announcement. */
export function isIcon(image: Element): boolean {
  const address = addressOfImage(image);
  if (address === undefined) return true;
  if (/^data:/iu.test(address)) return address.length < 2000;
  if (
    OF_SITE.test(address) ||
    NAMED.test(
      address
        .replace(/[?#].*$/u, '')
        .split('/')
        .at(-1)!,
    )
  )
    return true;
  const sides = [lengthOf(image, 'width'), lengthOf(image, 'height')].filter((side) => side !== undefined);
  return sides.length > 0 && Math.max(...sides) <= 32;
}

/** Whether an element shows a document in place of words, and is no counter or advertisement. */
export const isViewer = (element: Element): boolean =>
  /\.(?:pdf|swf|ofd|docx?|ceb)\b|viewer/iu.test(
    ['src', 'data', 'type'].map((name) => attributeOf(element, name) ?? '').join(' '),
  ) ||
  element.children.some(
    (child) => 'attribs' in child && /\.(?:pdf|swf|ofd)/iu.test(child.attribs['value'] ?? ''),
  );

/** The address of a picture; those that are loaded while one scrolls have it elsewhere. */
const addressOfImage = (image: Element): string | undefined =>
  attributeOf(image, 'data-original') ??
  attributeOf(image, 'data-src') ??
  attributeOf(image, 'src') ??
  attributeOf(image, 'oldsrc');

/** A side in CSS pixels, by its attribute or its style. */
function lengthOf(image: Element, side: 'width' | 'height'): number | undefined {
  const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+)(?:\\.\\d+)?px`, 'u');
  const said =
    /^(\d+)(?:px)?$/u.exec(attributeOf(image, side) ?? '')?.[1] ??
    styled.exec(attributeOf(image, 'style') ?? '')?.[1];
  return said === undefined ? undefined : Number(said);
}
