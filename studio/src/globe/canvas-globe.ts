import { drawBase } from './base-layer.ts';
import { drawFlight, nearestDrawn, type Scratch, scratchFor } from './flight-layer.ts';
import { colors } from './palette.ts';
import { globeProjector, mapProjector, type Projector } from './projector.ts';
import type { Frame, GlobeRenderer, View } from './renderer.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** The Earth turns under the base layer by less than this before it is drawn again. */
const STALE_DEG = 0.08;
const STALE_SUN_DEG = 0.25;

/** Canvas 2D: the globe or the flat map. Two layers: the Earth, drawn when the view changes, and what flies, each frame. */
export class CanvasGlobe implements GlobeRenderer {
  readonly element: HTMLElement;
  readonly #projection: typeof globeProjector;
  readonly #base: HTMLCanvasElement;
  readonly #flight: HTMLCanvasElement;
  #scratch: Scratch = scratchFor(0);
  #count = 0;
  #width = 1;
  #height = 1;
  #drawn = '';
  #sunDeg = Number.NaN;
  #lonDeg = Number.NaN;

  constructor(kind: 'globe' | 'map') {
    this.#projection = kind === 'globe' ? globeProjector : mapProjector;
    this.element = document.createElement('div');
    this.element.className = 'layers';
    this.#base = document.createElement('canvas');
    this.#flight = document.createElement('canvas');
    this.element.append(this.#base, this.#flight);
  }

  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#width = widthPx;
    this.#height = heightPx;
    this.#drawn = '';
    for (const canvas of [this.#base, this.#flight]) {
      canvas.width = Math.round(widthPx * ratio);
      canvas.height = Math.round(heightPx * ratio);
      canvas.getContext('2d')!.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
  }

  draw(frame: Frame, view: View): void {
    const projector = this.#projection(view, frame.gmstRad, this.#width, this.#height);
    if (this.#isStale(projector, frame)) {
      const ctx = this.#base.getContext('2d')!;
      ctx.clearRect(0, 0, this.#width, this.#height);
      drawBase(ctx, projector, frame);
    }
    this.#scratch = scratchFor(frame.count, this.#scratch);
    this.#count = frame.count;
    const ctx = this.#flight.getContext('2d')!;
    ctx.clearRect(0, 0, this.#width, this.#height);
    drawFlight(ctx, projector, frame, this.#scratch);
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
    const canvas = document.createElement('canvas');
    canvas.width = this.#base.width;
    canvas.height = this.#base.height;
    const ctx = canvas.getContext('2d')!;
    ctx.fillStyle = colors.space;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(this.#base, 0, 0);
    ctx.drawImage(this.#flight, 0, 0);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  }

  toSvg(frame: Frame, view: View): string {
    const svg = new SvgCanvas(this.#width, this.#height, colors.space);
    const ctx = svg as unknown as CanvasRenderingContext2D;
    const projector = this.#projection(view, frame.gmstRad, this.#width, this.#height);
    drawBase(ctx, projector, frame);
    drawFlight(ctx, projector, frame, scratchFor(frame.count));
    return svg.text();
  }

  dispose(): void {
    this.element.remove();
    for (const canvas of [this.#base, this.#flight]) canvas.width = canvas.height = 0;
  }
}
