import type { Site } from '../corpus/settings/site.ts';

/** What of the centre's settings a screen is held against. */
export interface Centre extends Pick<Site, 'rooms'> {
  centreName: string;
  origin: string;
  basePath?: string | undefined;
  regions: readonly string[];
  /** 服务时间, as it is written. */
  hours?: string | undefined;
}

export const addressOf = ({ origin, basePath = '/' }: Centre): string =>
  `${new URL(origin).origin}${basePath}`;
