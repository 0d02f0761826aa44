import { plainForm } from './kind.ts';

/** An address of the web, alone or among words. */
const ADDRESS = /https?:|www\.|[a-z\d-]+\.(?:com|cn|net|org|gov)\b/iu;

/** Words by which something takes place on the net. A hall that they name is none: 网上开标大厅, 不见面开标厅. */
const ON_NET =
  /(?:网上|线上|在线|互联网|虚拟|不见面|远程|电子|云端?)[\p{Script=Han}]{0,8}?(?:大厅|厅|室|系统|平台)|网上|线上|在线|互联网|虚拟|不见面|远程|电子|平台|系统|网站|网址|客户端|下载|登录|视频会议|腾讯会议|钉钉/gu;

/** Where one can go: a room, a floor, a number in a street. */
const SPOT = /室|厅|[楼层栋座]|\d+号|[路街道巷]\d*|大厦|广场|门口|现场/u;

/**
 * Whether what a notice writes for a place is one that somebody can go to, rather than a platform, an address of the web
 * or a word such as 网上. Of both together, `301 开标室（同时网上直播）`, it is.
 */
export function isPlace(text: string): boolean {
  const plain = plainForm(text).replace(/\s/gu, '');
  const rest = plain.replace(ON_NET, '');
  if (rest === plain && !ADDRESS.test(plain)) return /\p{Script=Han}|\d/u.test(plain);
  return SPOT.test(rest.replace(/https?:[^\p{Script=Han}]*/gu, ''));
}
