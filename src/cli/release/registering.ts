import type { Entry } from '../../core/corpus/corpus.ts';
import { LEDGER } from '../../core/corpus/ledger-folder.ts';
import { register } from '../../ledger/registering.ts';
import { sendBack } from '../../office/release/send-back.ts';
import type { Content } from '../../office/release/source.ts';
import { readSettings, SettingsError } from '../../settings.ts';
import { signed } from '../ledger/signed.ts';

/** Others have sent content while this was registered. */
class MovedOn extends SettingsError {
  constructor() {
    super('内容一直在变，没有登记成，网站还是原来的。过一会儿再运行一次。');
  }
}

const MOST_TURNS = 3;

/** Content that has moved on while it was registered is brought and registered again. */
export async function untilItFits(act: () => Promise<number>): Promise<number> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await act();
    } catch (reason) {
      if (!(reason instanceof MovedOn) || turn === MOST_TURNS) throw reason;
      console.log('内容又变了，从头再来一次。');
    }
  }
}

/** Registers and signs what is published, where a ledger is kept, and sends that to where the content comes from. */
export const registering =
  ({ contentDir, copy }: Content) =>
  async (published: readonly Entry[]): Promise<void> => {
    const settings = { ...readSettings(), contentDir };
    const additions = register(contentDir, published, settings.now);
    if (!additions) return;
    signed(settings);
    if (additions.length > 0) console.log(`› 登记 ${additions.length} 条`);
    if (copy && !(await sendBack(copy, LEDGER, `登记 ${additions.length} 条`))) throw new MovedOn();
  };
