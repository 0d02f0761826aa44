import { Board } from './board.ts';
import { run } from './main.ts';

run(({ layout, factor }) => new Board(layout!, factor));
