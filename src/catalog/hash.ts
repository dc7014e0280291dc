/** 64-bit FNV-1a of a text, as 16 hexadecimal digits: names a version of the data, not for security. */
export function hashText(text: string): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    // (high:low) * 0x100000001b3, in 16-bit limbs
    const a = (low & 0xffff) * 0x1b3;
    const b = (low >>> 16) * 0x1b3 + (a >>> 16);
    const newLow = ((b & 0xffff) << 16) | (a & 0xffff);
    const c = (high & 0xffff) * 0x1b3 + (b >>> 16) + ((low & 0xff) << 8);
    const d = (high >>> 16) * 0x1b3 + (c >>> 16) + ((low >>> 8) & 0xffff) + 0;
    high = (((d & 0xffff) << 16) | (c & 0xffff)) >>> 0;
    low = newLow >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
