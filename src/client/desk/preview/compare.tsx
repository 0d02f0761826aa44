import { useState } from 'preact/hooks';
import type { Original } from '../../../core/desk/api.ts';
import { Loaded, useLoaded } from '../server/loaded.tsx';

export type AskOriginal = () => Promise<Original>;

/** 对照: the document that a draft was made from at the left, the page that it will be at the right; one scroll moves both. */
export function Compare({ page, rev, ask }: { page: string; rev: number; ask: AskOriginal }) {
  const [loading, again] = useLoaded('original', ask);
  return (
    <Loaded loading={loading} again={again}>
      {(original) => <SideBySide page={page} rev={rev} original={original} />}
    </Loaded>
  );
}

function SideBySide({ page, rev, original }: { page: string; rev: number; original: Original }) {
  const [height, setHeight] = useState(900);
  return (
    <div class="compare" role="region" aria-label="原件和网页对照" tabIndex={0}>
      <p class="label">原件：{original.name}</p>
      <p class="label">网页</p>
      <iframe
        title={`原件：${original.name}`}
        srcdoc={documentOf(original)}
        // Of the desk's origin, so that its height is known; without scripts, so that nothing in it acts.
        sandbox="allow-same-origin"
        width="100%"
        height={height}
        onLoad={({ currentTarget }) => setHeight(heightOf(currentTarget))}
      />
      <iframe
        key={rev}
        title="网页"
        src={page}
        sandbox="allow-scripts allow-same-origin"
        width="100%"
        height={roomFor(height)}
      />
    </div>
  );
}

/** The page has more than the text has: head, key facts, attachments and foot, all in a column half as wide. */
const roomFor = (original: number): number => Math.round(original * 1.4) + 3000;

const BORDERS = 4;

const heightOf = (frame: HTMLIFrameElement): number =>
  Math.max(900, (frame.contentDocument?.documentElement.scrollHeight ?? 0) + BORDERS);

/** Dressed as the desk is: the frame's policy is that of the desk, which allows its own files alone. */
function documentOf({ html }: Original): string {
  const style = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="stylesheet" href="${style}"></head><body class="original">${html}</body></html>`;
}
