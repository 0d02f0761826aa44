import { Board } from './board.ts';
import { LiveDoor } from './live-door.ts';
import { run } from './main.ts';

run(
  ({ layout, factor }) => new Board(layout!, factor),
  ({ layout, factor }, parts) => new LiveDoor(parts, layout!, factor),
);
