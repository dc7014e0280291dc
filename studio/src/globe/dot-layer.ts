import { colors, outColor } from './palette.ts';
import { FAR, NEAR } from './projector.ts';
import type { Frame } from './renderer.ts';

/** Parts of a pixel by which a dot may be shifted: dots glide and do not jump. */
const PHASES = 4;
const FAR_ALPHA = 0.38;
const NEAR_ALPHA = 0.95;
const OUT = rgbOf(outColor);
const BACKGROUND = rgbOf(colors.space);

/** Left, top, right and bottom. */
export type Part = [left: number, top: number, right: number, bottom: number];

/** The pixels of a dot for every shift within a pixel: offsets into the picture, and how much of each pixel it covers. */
interface Stamp {
  /** [shift y, shift x][entry] */
  offsets: Int32Array[];
  /** Of 256. */
  covers: Uint16Array[];
  /** Pixels that a dot may reach beside its own. */
  margin: number;
}

/**
 * The Earth as a picture, and one dot for each satellite on it, mixed in memory: thousands of drawing calls become one.
 * Pixels are 0xAABBGGRR, the order of every machine that runs a browser.
 */
export class DotLayer {
  #width = 0;
  #height = 0;
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(1);
  #ground = new Uint32Array(1);
  /** Where the ground is more than background. */
  #part = '';
  #stamps = new Map<string, Stamp>();
  #colors = new Uint32Array(0);
  #groups: Frame['groups'] | undefined;
  #isOut: Uint8Array | undefined;

  /**
   * What lies under the dots: a canvas of the picture's size, of which only a part is more than its background.
   *
   * @param part left, top, right and bottom of that part, in pixels of the picture
   */
  setGround(ctx: CanvasRenderingContext2D, [left, top, right, bottom]: Part): void {
    const { width, height } = ctx.canvas;
    const x = Math.min(width - 1, Math.max(0, Math.floor(left)));
    const y = Math.min(height - 1, Math.max(0, Math.floor(top)));
    const columns = Math.max(1, Math.min(width, Math.ceil(right)) - x);
    const rows = Math.max(1, Math.min(height, Math.ceil(bottom)) - y);
    if (width !== this.#width || height !== this.#height) {
      this.#width = width;
      this.#height = height;
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
      this.#ground = new Uint32Array(width * height);
      this.#stamps.clear();
      this.#part = '';
    }
    const part = [x, y, columns, rows].join();
    if (part !== this.#part) this.#ground.fill(0xff000000 | BACKGROUND);
    this.#part = part;
    const read = new Uint32Array(ctx.getImageData(x, y, columns, rows).data.buffer);
    for (let row = 0; row < rows; row++)
      this.#ground.set(read.subarray(row * columns, (row + 1) * columns), (y + row) * width + x);
  }

  /**
   * Puts the ground and the dots of a frame on a canvas.
   *
   * @param px [satellite][x, y], in pixels of the page
   * @param seen [satellite] HIDDEN, NEAR or FAR
   * @param ratio pixels of the picture in one of the page
   */
  draw(ctx: CanvasRenderingContext2D, frame: Frame, px: Float32Array, seen: Uint8Array, sizePx: number, ratio: number) {
    this.#color(frame);
    this.#pixels.set(this.#ground);
    this.#stampAll(frame, px, seen, FAR, this.#stamp(sizePx * ratio, FAR_ALPHA), ratio);
    this.#stampAll(frame, px, seen, NEAR, this.#stamp(sizePx * ratio, NEAR_ALPHA), ratio);
    ctx.putImageData(this.#image, 0, 0);
  }

  #color({ groups, isOut, count }: Frame): void {
    if (groups === this.#groups && isOut === this.#isOut && count === this.#colors.length) return;
    this.#groups = groups;
    this.#isOut = isOut;
    this.#colors = new Uint32Array(count);
    for (const { color, indices } of groups) {
      const rgb = rgbOf(color);
      for (const i of indices) this.#colors[i] = isOut[i] === 1 ? OUT : rgb;
    }
  }

  #stampAll(
    { count, isOut }: Frame,
    px: Float32Array,
    seen: Uint8Array,
    pass: number,
    { offsets, covers, margin }: Stamp,
    ratio: number,
  ): void {
    const pixels = this.#pixels;
    const dotColors = this.#colors;
    const width = this.#width;
    const right = width - margin;
    const bottom = this.#height - margin;
    for (let i = 0; i < count; i++) {
      if (seen[i] !== pass || (pass === FAR && isOut[i] === 1)) continue;
      const x = px[2 * i] * ratio;
      const y = px[2 * i + 1] * ratio;
      if (!(x >= margin && y >= margin && x < right && y < bottom)) continue;
      const column = x | 0;
      const row = y | 0;
      const phase = (((y - row) * PHASES) | 0) * PHASES + (((x - column) * PHASES) | 0);
      const offset = offsets[phase];
      const cover = covers[phase];
      const at = row * width + column;
      const color = dotColors[i];
      const redBlue = color & 0xff00ff;
      const green = color & 0x00ff00;
      for (let k = 0; k < offset.length; k++) {
        const p = at + offset[k];
        const a = cover[k];
        const under = pixels[p];
        const rb = ((redBlue * a + (under & 0xff00ff) * (256 - a)) >>> 8) & 0xff00ff;
        const g = ((green * a + (under & 0x00ff00) * (256 - a)) >>> 8) & 0x00ff00;
        pixels[p] = 0xff000000 | rb | g;
      }
    }
  }

  #stamp(sizePx: number, alpha: number): Stamp {
    const key = `${sizePx.toFixed(2)} ${alpha}`;
    const known = this.#stamps.get(key) ?? makeStamp(sizePx, alpha, this.#width);
    if (this.#stamps.size > 64) this.#stamps.clear();
    this.#stamps.set(key, known);
    return known;
  }
}

/** A round dot with a soft edge, as large as a square of that side. */
export function makeStamp(sizePx: number, alpha: number, width: number): Stamp {
  const radius = sizePx / Math.sqrt(Math.PI);
  const margin = Math.ceil(radius + 1);
  const offsets: Int32Array[] = [];
  const covers: Uint16Array[] = [];
  for (let phase = 0; phase < PHASES * PHASES; phase++) {
    const x = ((phase % PHASES) + 0.5) / PHASES;
    const y = (Math.floor(phase / PHASES) + 0.5) / PHASES;
    const offset: number[] = [];
    const cover: number[] = [];
    for (let dy = -margin; dy <= margin; dy++)
      for (let dx = -margin; dx <= margin; dx++) {
        const distance = Math.hypot(dx + 0.5 - x, dy + 0.5 - y);
        const share = Math.max(0, Math.min(1, radius + 0.5 - distance)) * alpha;
        if (share < 0.02) continue;
        offset.push(dy * width + dx);
        cover.push(Math.round(256 * share));
      }
    offsets.push(Int32Array.from(offset));
    covers.push(Uint16Array.from(cover));
  }
  return { offsets, covers, margin };
}

/** `#rrggbb` as 0x00BBGGRR. */
function rgbOf(color: string): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}
