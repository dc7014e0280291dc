/** Signature and first chunk (IHDR) of every PNG file: texts stand after them. */
const HEAD_BYTES = 33;

/** A PNG file with a text in it, in UTF-8 (chunk `iTXt`, PNG 3rd edition 11.3.3.4). */
export function withPngText(png: Uint8Array, keyword: string, words: string): Uint8Array {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${words}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  const file = new Uint8Array(png.length + chunk.length);
  file.set(png.subarray(0, HEAD_BYTES));
  file.set(chunk, HEAD_BYTES);
  file.set(png.subarray(HEAD_BYTES), HEAD_BYTES + chunk.length);
  return file;
}

/** Cyclic redundancy check of a chunk, as the standard defines it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** The text of a keyword that {@link withPngText} has put into a file; undefined where there is none, or the file is no PNG. */
export function pngTextOf(png: Uint8Array, keyword: string): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const start = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0`);
  for (let at = HEAD_BYTES; at + 8 <= png.length; ) {
    const length = view.getUint32(at);
    if (start.every((byte, i) => png[at + 4 + i] === byte))
      return new TextDecoder().decode(png.subarray(at + 4 + start.length, at + 8 + length));
    at += length + 12;
  }
  return undefined;
}
