import type { Edition } from '../core/edition.ts';
import type { Hours } from '../core/screen/browser/quiet.ts';
import { drawQr, type QrDrawing } from '../core/qr.ts';
import { siteFrame } from './frame.ts';

/** What a screen says when it shows no announcements. */
export interface Curtain {
  kind: 'quiet' | 'suspended';
  heading: string;
  lines: readonly string[];
  /** The one line of a glass that has no room for more. */
  brief: string;
}

/** The pages that may stand before the announcements of a screen, and where the announcements are found meanwhile. */
export interface Curtains {
  all: readonly Curtain[];
  /** `www.example.gov.cn`, as one types it. */
  site: string;
  qr: QrDrawing;
  phone: string;
}

/** `quiet` are the hours in which nobody stands before the screen, if it has any. */
export function curtainsOf(edition: Edition, quiet: Hours | undefined): Curtains {
  const { domain, phone, hours } = siteFrame(edition);
  const night: Curtain | undefined = quiet && {
    kind: 'quiet',
    heading: '非服务时间',
    lines: [`${quiet.to} 恢复显示公告`, ...(hours === undefined ? [] : [`服务时间：${joined(hours)}`])],
    brief: `${quiet.to} 恢复显示`,
  };
  const suspended: Curtain = {
    kind: 'suspended',
    heading: '信息暂停更新',
    lines: ['这块屏幕已有三天没有收到新的公告，为免误导，暂不显示。', '最新公告请看网站，或者打电话询问。'],
    brief: '这里有没有开标，请问服务台',
  };
  return {
    all: night ? [night, suspended] : [suspended],
    site: `${domain}${edition.base.replace(/\/$/u, '')}`,
    qr: drawQr(edition.absolute()),
    phone,
  };
}

/** `14:00–17:30` stays on one line. */
const joined = (hours: string): string => hours.replace(/(?<=\d)[–—~-](?=\d)/gu, '\u2060$&\u2060');
