import { CARE_CHANGED, isCaring } from './care.ts';

/** 朗读: offered in 长辈模式, and only where the device has a Chinese voice. */

const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

/** What a reader listens to, block by block: browsers stop in the middle of one long text. */
const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, th, td, caption';

const voice = (): SpeechSynthesisVoice | undefined =>
  speech?.getVoices().find(({ lang }) => /^(zh|cmn)/iu.test(lang));

function offer(): void {
  if (!button) return;
  button.hidden = !isCaring() || !voice();
  if (button.hidden) stop();
}

function stop(): void {
  speech?.cancel();
  show(false);
}

function show(isReading: boolean): void {
  if (!button) return;
  button.dataset['reading'] = String(isReading);
  button.textContent = isReading ? '停止朗读' : '朗读';
}

function read(): void {
  const texts = textsOf(document.querySelector('main'));
  show(texts.length > 0);
  texts.forEach((text, index) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = 'zh-CN';
    words.voice = voice() ?? null;
    words.rate = 0.9;
    if (index === texts.length - 1) words.onend = () => show(false);
    speech?.speak(words);
  });
}

/** The visible blocks that hold no other block, in reading order. */
function textsOf(main: HTMLElement | null): readonly string[] {
  return [...(main?.querySelectorAll<HTMLElement>(BLOCKS) ?? [])]
    .filter((block) => !block.querySelector(BLOCKS) && block.getClientRects().length > 0)
    .map((block) => block.innerText.trim())
    .filter((text) => text !== '');
}

button?.addEventListener('click', () => (button.dataset['reading'] === 'true' ? stop() : read()));
document.addEventListener(CARE_CHANGED, offer);
// Voices are told late, and not at all by some browsers' event target.
if (speech) speech.onvoiceschanged = offer;
window.addEventListener('pagehide', stop);
offer();

export {};
