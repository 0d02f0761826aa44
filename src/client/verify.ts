import { kindOf, KIND_WORDS, sorted, type GivenFile } from '../core/ledger/browser/given.ts';
import { verdictOf, type Part, type Verdict } from '../core/ledger/browser/verdict.ts';
import { isSigned, sha256Of } from './verify/means.ts';

/** The page where a reader holds a receipt against what it is of. Nothing is sent anywhere. */
const form = document.getElementById('verify') as HTMLFormElement;
const files = document.getElementById('files') as HTMLInputElement;
const key = document.getElementById('vkey') as HTMLTextAreaElement;
const place = document.getElementById('verdict') as HTMLElement;

let given: readonly GivenFile[] = [];

form.hidden = false;
document.getElementById('no-script')!.remove();
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => {
  given = [];
  place.replaceChildren();
});
files.addEventListener('change', () => void take(files.files));
key.addEventListener('change', show);
form.addEventListener('dragover', (event) => event.preventDefault());
form.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files);
});

async function take(chosen: FileList | null | undefined): Promise<void> {
  try {
    const read = Array.from(chosen ?? [], async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }));
    given = [...given, ...(await Promise.all(read))];
    // The same file may be chosen again when it has changed.
    files.value = '';
    show();
  } catch (cause) {
    console.error(cause);
    place.replaceChildren(said('p', '无法核验：有一个文件读不出来，可能太大，或者已经不在原处。'));
  }
}

function show(): void {
  if (given.length === 0) return;
  const keys = key.value.split('\n').filter((line) => line.trim() !== '');
  const verdict = verdictOf(sorted(given), { digest: sha256Of, verify: isSigned, keys });
  const list = document.createElement('ul');
  list.append(...verdict.parts.map(line));
  place.replaceChildren(
    said('h2', headline(verdict)),
    ...(verdict.registered === undefined ? [] : [said('p', verdict.registered)]),
    list,
    said('p', `选了：${given.map((one) => `${one.name}（${KIND_WORDS[kindOf(one)]}）`).join('、')}`),
  );
}

/** Not by `element.ts`: what two pages share is a file of its own, which the search page would wait for. */
function said(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

const headline = ({ outcome, parts }: Verdict): string =>
  `${outcome}：${parts
    .filter((one) => one.outcome === outcome)
    .map(({ part }) => part)
    .join('、')}`;

function line({ outcome, part, words }: Part): HTMLElement {
  const made = document.createElement('li');
  made.append(said('strong', `${part}${outcome}`), `：${words}。`);
  return made;
}
