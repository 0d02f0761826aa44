const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** The parts of src/layouts/Kiosk.astro and src/components/kiosk by the names that the script knows them by. */
export const MARKUP = `
  <div data-glass>
    <p data-clock></p><p data-age></p>
    <aside data-notices hidden></aside>
    <section data-board hidden><button data-board-all></button><ol data-board-list></ol></section>
    <main data-content tabindex="-1">
      <section data-start>
        <h2>请点一下您要看的</h2>
        <button data-open-calls><span data-open-note></span></button>
        <button data-openings><span data-openings-name></span><span data-openings-note></span></button>
        <button data-category="construction"><span data-count></span></button>
        <button data-category="land"><span data-count></span></button>
        <button data-category="general"><span data-count></span></button>
        <button data-all><span data-count></span></button>
        <button data-regions></button><button data-months></button>
      </section>
      <div data-view hidden></div>
    </main>
    <section data-pad>
      <p data-query></p>
      ${KEYS.map((key) => `<button data-key="${key}"></button>`).join('')}
      <button data-delete disabled></button><button data-clear disabled></button>
    </section>
    <section data-take hidden>
      <div data-take-code hidden><svg data-qr><path/><path/></svg><p data-take-files></p></div>
      <nav data-jumps></nav>
    </section>
    <nav>
      <button data-home disabled></button><button data-back disabled></button>
      <button data-previous disabled></button><p data-place></p><button data-next disabled></button>
      <button data-large>大字</button>
    </nav>
  </div>
  <div data-warning hidden>
    <span data-seconds></span><button data-stay></button><button data-leave></button>
  </div>
  <div data-alarm hidden><div data-alarm-words></div><button data-go-on></button></div>
  <div data-plain></div>`;
