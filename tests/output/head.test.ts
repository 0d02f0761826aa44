import { expect, test } from 'vitest';
import { samples } from './templates.ts';
import { textOf } from './site.ts';

const pages = samples.filter(({ kind }) => kind !== 'screen' && kind !== 'missing');

test.each(pages)(
  'the head of $path has one description and one title and picture for whoever shares it',
  ({ path }) => {
    const head = textOf(`${path}index.html`).split('</head>')[0]!;
    const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0;
    expect(count(/<meta name="description"/giu)).toBe(1);
    for (const name of ['type', 'site_name', 'url', 'title', 'description', 'image'])
      expect(count(new RegExp(`<meta property="og:${name}"`, 'gu')), name).toBe(1);
    expect(count(/<title>/gu)).toBe(1);
  },
);
