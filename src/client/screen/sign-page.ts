import { run } from './main.ts';
import { SignGlass } from './sign.ts';

run(({ sign, factor }) => new SignGlass(sign!, factor));
