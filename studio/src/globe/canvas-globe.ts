import { buildFrame, type FrameInput } from './build-frame.ts';
import { drawingOf, pngOf } from './drawing.ts';
import { FlatPainting } from './flat-painting.ts';
import { type FlatKind, flatProjectors } from './flat-projectors.ts';
import { pickIn } from './pick.ts';
import type { GlobeRenderer, GlobeView, RendererEvents } from './renderer.ts';

/** The globe or the flat map, drawn by the page itself: for browsers whose workers cannot draw, and for exports. */
export class CanvasGlobe implements GlobeRenderer {
  readonly kind: FlatKind;
  readonly element = document.createElement('canvas');
  readonly isBusy = false;
  readonly #events: Pick<RendererEvents, 'onDrawn'> | undefined;
  readonly #painting: FlatPainting;
  #input: FrameInput | undefined;
  #width = 1;
  #height = 1;

  constructor(kind: FlatKind, events?: Pick<RendererEvents, 'onDrawn'>) {
    this.kind = kind;
    this.#events = events;
    this.#painting = new FlatPainting(kind, this.element);
  }

  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#width = widthPx;
    this.#height = heightPx;
    this.#painting.resize(widthPx, heightPx, ratio);
  }

  draw(input: FrameInput): void {
    this.#input = input;
    this.#painting.draw(buildFrame(input), input.view);
    this.#events?.onDrawn();
  }

  pick(xPx: number, yPx: number): number {
    return this.#input ? pickIn(this.#input, this.kind, this.#width, this.#height, xPx, yPx) : -1;
  }

  degreesPerPixel(view: GlobeView): number {
    return 180 / (Math.PI * flatProjectors[this.kind](view, 0, this.#width, this.#height).radiusPx);
  }

  toPng(): Promise<Blob> {
    return pngOf(this.element);
  }

  async toSvg(): Promise<string> {
    if (!this.#input) return '';
    const frame = buildFrame(this.#input);
    const projector = flatProjectors[this.kind](this.#input.view, frame.gmstRad, this.#width, this.#height);
    return drawingOf(frame, projector, this.#width, this.#height);
  }

  dispose(): void {
    this.element.remove();
    this.#painting.dispose();
  }
}
