import type { Beat } from '../../core/screen/browser/beat.ts';

/** The glass as the browser has it: what a beat tells of it. */
export const panelFacts = (): Required<Pick<Beat, 'size' | 'ratio'>> => ({
  size: { width: innerWidth, height: innerHeight },
  ratio: devicePixelRatio,
});
