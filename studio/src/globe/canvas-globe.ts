import { drawBase } from './base-layer.ts';
import { DotLayer } from './dot-layer.ts';
import { drawingOf, pngOf } from './drawing.ts';
import { dotPx, drawOverlay, nearestDrawn, type Scratch, scratchFor } from './flight-layer.ts';
import { noteTime } from './frame-times.ts';
import { colors } from './palette.ts';
import { globeProjector, mapProjector, type Projector } from './projector.ts';
import type { Frame, GlobeRenderer, View } from './renderer.ts';

/** The Earth turns under the base layer by less than this before it is drawn again. */
const STALE_DEG = 0.08;
const STALE_SUN_DEG = 0.25;

/** Canvas 2D: the globe or the flat map. The Earth is drawn when the view changes; what flies is put on a copy of it, each frame. */
export class CanvasGlobe implements GlobeRenderer {
  readonly kind: 'globe' | 'map';
  readonly element: HTMLCanvasElement;
  readonly #projection: typeof globeProjector;
  readonly #ctx: CanvasRenderingContext2D;
  /** The Earth, out of sight. */
  readonly #ground: CanvasRenderingContext2D;
  readonly #dots = new DotLayer();
  #scratch: Scratch = scratchFor(0);
  #count = 0;
  #width = 1;
  #height = 1;
  #ratio = 1;
  #drawn = '';
  #sunDeg = Number.NaN;
  #lonDeg = Number.NaN;

  constructor(kind: 'globe' | 'map') {
    this.kind = kind;
    this.#projection = kind === 'globe' ? globeProjector : mapProjector;
    this.element = document.createElement('canvas');
    this.#ctx = this.element.getContext('2d', { alpha: false })!;
    this.#ground = document.createElement('canvas').getContext('2d', { alpha: false, willReadFrequently: true })!;
  }

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

  draw(frame: Frame, view: View): void {
    const projector = this.#projection(view, frame.gmstRad, this.#width, this.#height);
    if (this.#isStale(projector, frame)) {
      this.#ground.fillStyle = colors.space;
      this.#ground.fillRect(0, 0, this.#width, this.#height);
      drawBase(this.#ground, projector, frame);
      this.#dots.setGround(this.#ground);
    }
    this.#scratch = scratchFor(frame.count, this.#scratch);
    this.#count = frame.count;
    const { px, seen } = this.#scratch;
    let atMs = performance.now();
    projector.projectAll(frame.positionEciKm, frame.count, px, seen);
    atMs = noteTime('projection', atMs);
    this.#dots.draw(this.#ctx, frame, px, seen, dotPx(projector), this.#ratio);
    drawOverlay(this.#ctx, projector, frame, this.#scratch);
    noteTime('drawing', atMs);
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

  pick(xPx: number, yPx: number): number {
    return nearestDrawn(this.#scratch, this.#count, xPx, yPx);
  }

  degreesPerPixel(view: View): number {
    return 180 / (Math.PI * this.#projection(view, 0, this.#width, this.#height).radiusPx);
  }

  toPng(): Promise<Blob> {
    return pngOf(this.element);
  }

  toSvg(frame: Frame, view: View): string {
    const projector = this.#projection(view, frame.gmstRad, this.#width, this.#height);
    return drawingOf(frame, projector, this.#width, this.#height);
  }

  dispose(): void {
    this.element.remove();
    for (const { canvas } of [this.#ctx, this.#ground]) canvas.width = canvas.height = 0;
  }
}
