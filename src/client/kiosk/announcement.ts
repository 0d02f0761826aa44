import { button, part } from './page.ts';
import { Paper } from './paper.ts';
import { showQr } from './qr.ts';
import { say, tryAgain } from './say.ts';
import { filesIn, sectionsOf } from './sections.ts';
import { fetchAnnouncement } from './source.ts';
import type { Stage, View } from './stage.ts';
import { headOf } from './title.ts';

/** One announcement, fetched from the site when it is opened and read page by page. */
export class AnnouncementView implements View {
  readonly beside = 'take';
  readonly #id: string;
  readonly #stage: Stage;
  readonly #open: (id: string) => void;
  #page: Document | undefined;
  #failed = false;
  #left = false;
  /** As it was last shown: tells how far it was read when something was opened from it, or the size of type changed. */
  #paper: Paper | undefined;

  constructor(id: string, stage: Stage, open: (id: string) => void) {
    this.#id = id;
    this.#stage = stage;
    this.#open = open;
    void this.#fetch();
  }

  show(content: HTMLElement): void {
    this.#left = false;
    showQr(this.#page);
    part('data-jumps').replaceChildren();
    part('data-take-files').textContent = '';
    if (this.#failed) content.append(this.#sorry());
    else if (this.#page) this.#lay(content, this.#page);
    else content.append(say('正在取这份公告……'));
  }

  left(): void {
    this.#left = true;
  }

  async #fetch(): Promise<void> {
    try {
      this.#page = await fetchAnnouncement(this.#id);
    } catch {
      this.#failed = true;
    }
    if (!this.#left) this.#stage.redraw();
  }

  #sorry(): HTMLElement {
    const again = tryAgain(() => {
      this.#failed = false;
      this.#stage.redraw();
      void this.#fetch();
    });
    return say(
      '这份公告现在取不到。请稍后重试，或者到窗口咨询。',
      again,
      button('', () => this.#stage.back(), '返回'),
    );
  }

  #lay(content: HTMLElement, page: Document): void {
    const sections = sectionsOf(page, this.#open);
    const paper = new Paper(this.#stage, ...headOf(page, this.#open), ...sections.map(({ node }) => node));
    const read = this.#paper?.read ?? 0;
    this.#paper = paper;
    content.append(paper.sheet);
    const jumps = sections.map(({ jump, node }) => button('', () => paper.leadTo(node), jump));
    part('data-jumps').replaceChildren(...jumps);
    const files = filesIn(page);
    part('data-take-files').textContent = files > 0 ? `${files} 个附件也可以在手机上打开。` : '';
    paper.lay(read);
  }
}
