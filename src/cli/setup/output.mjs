// @ts-check

/**
 * Puts together what a program prints, line by line in the order in which lines end. Programs of Windows itself write
 * in its code page (GBK on Chinese systems), npm beside them in UTF-8, and chunks end within characters: so each
 * stream is kept as bytes until a line is whole, and each line is read for itself.
 */
export class Output {
  #text = '';
  /** @type {Map<string, Buffer>} what of a stream is no whole line yet */
  #begun = new Map();

  /** @param {string} stream by its name @param {Buffer} chunk */
  add(stream, chunk) {
    const bytes = Buffer.concat([this.#begun.get(stream) ?? Buffer.alloc(0), chunk]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    this.#take(bytes.subarray(0, end));
    this.#begun.set(stream, bytes.subarray(end));
  }

  /** All that was printed; to be asked when nothing more comes. */
  text() {
    for (const [stream, rest] of this.#begun) {
      this.#take(rest);
      this.#begun.set(stream, Buffer.alloc(0));
    }
    return this.#text;
  }

  /** @param {Buffer} bytes */
  #take(bytes) {
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
      this.#text += decodeLine(bytes.subarray(start, end));
      start = end;
    }
  }
}

/** UTF-8 where it is that, else GB 18030, which GBK is a part of. @param {Uint8Array} line */
function decodeLine(line) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return new TextDecoder('gb18030').decode(line);
  }
}
