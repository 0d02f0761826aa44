import { element } from '../element.ts';
import { button, part } from './page.ts';
import { showQr } from './qr.ts';
import { say, tryAgain } from './say.ts';
import { filesIn, sectionsOf } from './sections.ts';
import { fetchAnnouncement } from './source.ts';
import type { Stage, View } from './stage.ts';
import { headOf } from './title.ts';
import { fitTables } from './wide-table.ts';

/** How much of the paper's height one touch of 下一页 moves: a line or two stay, so that nobody loses the place. */
const PART = 0.85;

/** One announcement, fetched from the site when it is opened and read page by page. */
export class AnnouncementView implements View {
  readonly beside = 'take';
  readonly #id: string;
  readonly #stage: Stage;
  readonly #open: (id: string) => void;
  #page: Document | undefined;
  #failed = false;
  #left = false;
  /** How far it was read, when something is opened from it. */
  #scrolled = 0;

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
    const paper = element('article', 'paper');
    const sections = sectionsOf(page, this.#open);
    paper.append(...headOf(page, this.#open), ...sections.map(({ node }) => node));
    content.append(paper);
    fitTables(paper);
    const jumps = sections.map(({ jump, node }) =>
      button('', () => (paper.scrollTop = node.offsetTop), jump),
    );
    part('data-jumps').replaceChildren(...jumps);
    const files = filesIn(page);
    part('data-take-files').textContent = files > 0 ? `${files} 个附件也在手机上打开。` : '';
    paper.scrollTop = this.#scrolled;
    const tell = (): void => {
      this.#scrolled = paper.scrollTop;
      this.#tell(paper);
    };
    paper.addEventListener('scroll', tell, { passive: true });
    tell();
  }

  #tell(paper: HTMLElement): void {
    const { scrollTop, clientHeight, scrollHeight } = paper;
    const step = clientHeight * PART;
    const pages = Math.max(1, Math.ceil((scrollHeight - clientHeight) / step - 0.05) + 1);
    const isEnd = scrollTop + clientHeight >= scrollHeight - 2;
    const present = isEnd ? pages : Math.min(pages, Math.floor(scrollTop / step + 0.01) + 1);
    this.#stage.turn({
      place: `第 ${present} 页，共 ${pages} 页`,
      previous: scrollTop > 0 ? () => (paper.scrollTop -= step) : undefined,
      next: isEnd ? undefined : () => (paper.scrollTop += step),
    });
  }
}
