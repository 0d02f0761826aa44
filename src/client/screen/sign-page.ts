import { LiveDoor } from './live-door.ts';
import { run } from './main.ts';
import { SignGlass } from './sign.ts';

run(
  ({ sign, factor }) => new SignGlass(sign!, factor),
  ({ sign, factor }, parts) => new LiveDoor(parts, sign!, factor),
);
