import { drawBase, GLOW_RINGS, GLOW_STEP_PX } from './base-layer.ts';
import { DotLayer, type Part } from './dot-layer.ts';
import { type FlatKind, flatProjectors } from './flat-projectors.ts';
import { dotPx, drawOverlay } from './flight-layer.ts';
import { noteTime } from './frame-times.ts';
import { colors } from './palette.ts';
import type { globeProjector, Projector } from './projector.ts';
import type { Frame, GlobeView } from './renderer.ts';
import { type Scratch, scratchFor } from './scratch.ts';

/** The Earth turns under the base layer by less than this before it is drawn again. */
const STALE_DEG = 0.08;
const STALE_SUN_DEG = 0.25;

/**
 * Canvas 2D: the globe or the flat map, on a canvas of the page or on one that was handed to a worker. The Earth is drawn when the
 * view changes; what flies is put on a copy of it, each frame.
 */
export class FlatPainting {
  readonly #projection: typeof globeProjector;
  readonly #ctx: CanvasRenderingContext2D;
  /** The Earth, out of sight. */
  readonly #ground: CanvasRenderingContext2D;
  readonly #dots = new DotLayer();
  #scratch: Scratch = scratchFor(0);
  #width = 1;
  #height = 1;
  #ratio = 1;
  #drawn = '';
  #sunDeg = Number.NaN;
  #lonDeg = Number.NaN;

  constructor(kind: FlatKind, canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.#projection = flatProjectors[kind];
    this.#ctx = contextOf(canvas, false);
    const ground = typeof document === 'undefined' ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
    this.#ground = contextOf(ground, true);
  }

  /** @param ratio pixels of the picture in one of the page */
  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#width = widthPx;
    this.#height = heightPx;
    this.#ratio = ratio;
    this.#drawn = '';
    for (const ctx of [this.#ctx, this.#ground]) {
      ctx.canvas.width = Math.round(widthPx * ratio);
      ctx.canvas.height = Math.round(heightPx * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
  }

  draw(frame: Frame, view: GlobeView): void {
    let atMs = performance.now();
    const projector = this.#projection(view, frame.gmstRad, this.#width, this.#height);
    if (this.#isStale(projector, frame)) {
      this.#ground.fillStyle = colors.space;
      this.#ground.fillRect(0, 0, this.#width, this.#height);
      drawBase(this.#ground, projector, frame);
      this.#dots.setGround(this.#ground, this.#partOf(projector));
    }
    atMs = noteTime('earth', atMs);
    this.#scratch = scratchFor(frame.count, this.#scratch);
    const { px, seen } = this.#scratch;
    projector.projectAll(frame.positionEciKm, frame.count, px, seen);
    atMs = noteTime('projection', atMs);
    this.#dots.draw(this.#ctx, frame, px, seen, dotPx(projector, frame.count), this.#ratio);
    drawOverlay(this.#ctx, projector, frame, this.#scratch);
    noteTime('drawing', atMs);
  }

  /** Where the Earth is, in pixels of the picture: with its ring of air, or all of the map. */
  #partOf({ kind, xPx, yPx, radiusPx }: Projector): Part {
    const { width, height } = this.#ground.canvas;
    if (kind === 'map') return [0, 0, width, height];
    const x = xPx * this.#ratio;
    const y = yPx * this.#ratio;
    const reach = (radiusPx + GLOW_STEP_PX * GLOW_RINGS + 2) * this.#ratio;
    return [x - reach, y - reach, x + reach, y + reach];
  }

  #isStale({ centreLonDeg, centreLatDeg, radiusPx }: Projector, frame: Frame): boolean {
    const { borders, graticule, night, sunLonDeg } = frame;
    const state = [centreLatDeg, radiusPx, borders, graticule, night].join();
    const isSame =
      state === this.#drawn &&
      Math.abs(centreLonDeg - this.#lonDeg) < STALE_DEG &&
      (!night || Math.abs(sunLonDeg - this.#sunDeg) < STALE_SUN_DEG);
    if (isSame) return false;
    this.#drawn = state;
    this.#lonDeg = centreLonDeg;
    this.#sunDeg = sunLonDeg;
    return true;
  }

  /** Gives its memory back. */
  dispose(): void {
    for (const { canvas } of [this.#ctx, this.#ground]) canvas.width = canvas.height = 0;
  }
}

/** The context of a canvas; one that is out of the page lacks nothing that is used here. */
function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas, willReadFrequently: boolean): CanvasRenderingContext2D {
  const ctx = (canvas as HTMLCanvasElement).getContext('2d', { alpha: false, willReadFrequently });
  if (!ctx) throw new Error('no drawing context');
  return ctx;
}
