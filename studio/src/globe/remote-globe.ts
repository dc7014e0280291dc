import type { FrameInput } from './build-frame.ts';
import { type FlatKind, flatProjectors } from './flat-projectors.ts';
import { noteTimes } from './frame-times.ts';
import type { FromPainter, Lasting, PictureSize, ToPainter } from './painter-protocol.ts';
import { pickIn } from './pick.ts';
import type { GlobeRenderer, GlobeView, RendererEvents } from './renderer.ts';

/** The painter of the page, and who waits for its pictures. */
let painter: Worker | undefined;
const waiting = new Map<number, RemoteGlobe>();
let lastId = 0;

/** Whether a worker can draw on a canvas of the page here. */
export function canPaintRemotely(): boolean {
  return typeof OffscreenCanvas === 'function' && 'transferControlToOffscreen' in HTMLCanvasElement.prototype;
}

/** The globe or the flat map, drawn by a worker: the page only says what to show. */
export class RemoteGlobe implements GlobeRenderer {
  readonly kind: FlatKind;
  readonly element = document.createElement('canvas');
  readonly #id = ++lastId;
  readonly #events: RendererEvents;
  readonly #sent: Partial<Lasting> = {};
  #size: PictureSize = { widthPx: 1, heightPx: 1, ratio: 1 };
  #isResized = true;
  #isBusy = false;
  #input: FrameInput | undefined;

  constructor(kind: FlatKind, events: RendererEvents) {
    this.kind = kind;
    this.#events = events;
    waiting.set(this.#id, this);
    const canvas = this.element.transferControlToOffscreen();
    this.#post({ type: 'open', id: this.#id, kind, canvas }, [canvas]);
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#size = { widthPx, heightPx, ratio };
    this.#isResized = true;
  }

  draw(input: FrameInput): void {
    this.#input = input;
    this.#isBusy = true;
    const { fleet, timeS, view, ...rest } = input;
    const changed: Partial<Lasting> = {};
    const lasting: Lasting = { ...rest, opened: fleet.opened };
    for (const key of Object.keys(lasting) as (keyof Lasting)[])
      if (!(key in this.#sent) || this.#sent[key] !== lasting[key]) Object.assign(changed, { [key]: lasting[key] });
    Object.assign(this.#sent, changed);
    this.#post({
      type: 'draw',
      id: this.#id,
      timeS,
      view,
      changed,
      size: this.#isResized ? this.#size : undefined,
    });
    this.#isResized = false;
  }

  pick(xPx: number, yPx: number): number {
    const { widthPx, heightPx } = this.#size;
    return this.#input ? pickIn(this.#input, this.kind, widthPx, heightPx, xPx, yPx) : -1;
  }

  degreesPerPixel(view: GlobeView): number {
    return 180 / (Math.PI * flatProjectors[this.kind](view, 0, this.#size.widthPx, this.#size.heightPx).radiusPx);
  }

  async toPng(): Promise<Blob> {
    return (await this.#copy()).toPng();
  }

  async toSvg(): Promise<string> {
    return (await this.#copy()).toSvg();
  }

  /** The same moment, drawn by the page. */
  async #copy(): Promise<GlobeRenderer> {
    const { CanvasGlobe } = await import('./canvas-globe.ts');
    const copy = new CanvasGlobe(this.kind);
    copy.resize(this.#size.widthPx, this.#size.heightPx, this.#size.ratio);
    if (this.#input) copy.draw(this.#input);
    return copy;
  }

  dispose(): void {
    waiting.delete(this.#id);
    painter?.postMessage({ type: 'close', id: this.#id } satisfies ToPainter);
    this.element.remove();
  }

  /** The painter has finished a picture, or is no more. */
  heard(answer: FromPainter | undefined): void {
    this.#isBusy = false;
    if (answer) {
      noteTimes(answer.times);
      this.#events.onDrawn();
    } else this.#events.onLost();
  }

  #post(message: ToPainter, transfer: Transferable[] = []): void {
    painter ??= startPainter();
    painter.postMessage(message, transfer);
  }
}

function startPainter(): Worker {
  const worker = new Worker(new URL('../worker/painter.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromPainter>) => waiting.get(data.id)?.heard(data);
  worker.onerror = () => {
    worker.terminate();
    painter = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const globe of all) globe.heard(undefined);
  };
  return worker;
}
