import { run } from './main.ts';
import { StripGlass } from './strip.ts';

run(({ strip, factor, empty = '' }) => new StripGlass(strip!, factor, empty));
