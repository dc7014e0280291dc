import { effect } from '@preact/signals';
import { gmstRad } from 'cupola/physics';
import { buildFrame } from '../globe/build-frame.ts';
import { CanvasGlobe } from '../globe/canvas-globe.ts';
import type { Frame, GlobeRenderer } from '../globe/renderer.ts';
import { text } from '../i18n/text.ts';
import { type Sight, shownSight } from '../state/constellation.ts';
import {
  follow,
  layers,
  mode,
  playing,
  say,
  selected,
  setTime,
  span,
  speed,
  threatIndex,
  timeS,
  view,
} from '../state/view.ts';

const MAX_STEP_S = 0.25;
const MAX_RATIO = 2;

/** Milliseconds of this page's own work in the last frames, for measurement. */
export const frameWorkMs: number[] = [];
let shown: { renderer: GlobeRenderer; frame: Frame | undefined } | undefined;

/** The renderer on the page and its last frame, for exports. */
export function shownGlobe() {
  return shown;
}

/** Owns the picture: size, pointer, keys, clock; draws only when something has changed. */
export class Stage {
  readonly #host: HTMLElement;
  readonly #sight: Sight;
  #renderer: GlobeRenderer;
  #dirty = true;
  #lastMs = 0;
  #request = 0;
  #frame: Frame | undefined;
  readonly #stops: (() => void)[] = [];

  /** @param sight what it shows; one sight on the page drives the clock */
  constructor(host: HTMLElement, sight = shownSight) {
    this.#host = host;
    this.#sight = sight;
    this.#renderer = new CanvasGlobe('globe');
    this.#show(this.#renderer);
    const sizes = new ResizeObserver(() => this.#resize());
    sizes.observe(host);
    this.#stops.push(
      () => sizes.disconnect(),
      effect(() => void this.#choose(mode.value)),
      effect(() => {
        void [sight.fleet.value, sight.scene.value, sight.groups.value, sight.isOut.value, timeS.value, view.value];
        void [selected.value, threatIndex.value, layers.value];
        this.#dirty = true;
      }),
    );
    this.#listen();
    const loop = (nowMs: number) => {
      this.#request = requestAnimationFrame(loop);
      this.#tick(nowMs);
    };
    this.#request = requestAnimationFrame(loop);
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    for (const stop of this.#stops) stop();
    this.#renderer.dispose();
  }

  async #choose(kind: typeof mode.value): Promise<void> {
    let next: GlobeRenderer | null;
    if (kind === 'space') {
      const { makeSpaceGlobe } = await import('../globe/space-globe.ts');
      next = makeSpaceGlobe();
      if (!next) {
        say(text.value('view.noWebgl'));
        mode.value = 'globe';
        return;
      }
    } else next = new CanvasGlobe(kind);
    if (mode.value !== kind) next.dispose();
    else this.#show(next);
  }

  #show(next: GlobeRenderer): void {
    if (next !== this.#renderer) this.#renderer.dispose();
    this.#renderer = next;
    this.#host.replaceChildren(next.element);
    shown = { renderer: next, frame: this.#frame };
    this.#resize();
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#renderer.resize(clientWidth, clientHeight, Math.min(MAX_RATIO, devicePixelRatio || 1));
    this.#dirty = true;
    this.#draw();
  }

  #tick(nowMs: number): void {
    const stepS = Math.min(MAX_STEP_S, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    if (playing.value && this.#sight.drivesClock) {
      const { fromS, toS } = span.value;
      const next = timeS.value + stepS * speed.value;
      if (next >= toS || next <= fromS) playing.value = false;
      setTime(next);
    }
    if (this.#dirty) this.#draw();
  }

  #draw(): void {
    const { fleet, scene, groups, isOut } = this.#sight;
    const all = fleet.value;
    if (!all) return;
    this.#dirty = false;
    const startMs = performance.now();
    const input = {
      fleet: all,
      scene: scene.value,
      groups: groups.value,
      isOut: isOut.value,
      timeS: timeS.value,
      view: view.value,
      selected: this.#sight.canSelect ? selected.value : -1,
      threatIndex: threatIndex.value,
      layers: layers.value,
    };
    if (follow.value && input.selected >= 0) input.view = this.#followed(input);
    this.#frame = buildFrame(input);
    this.#renderer.draw(this.#frame, input.view);
    shown = { renderer: this.#renderer, frame: this.#frame };
    frameWorkMs.push(performance.now() - startMs);
    if (frameWorkMs.length > 600) frameWorkMs.splice(0, 300);
    if (!document.documentElement.dataset.firstPicture) {
      document.documentElement.dataset.firstPicture = performance.now().toFixed(0);
      document.documentElement.dataset.satellites = String(all.count);
    }
  }

  /** The view with the chosen satellite in its middle. */
  #followed(input: Parameters<typeof buildFrame>[0]) {
    const { positionEciKm } = buildFrame(input);
    const a = 3 * input.selected;
    const [x, y, z] = [positionEciKm[a]!, positionEciKm[a + 1]!, positionEciKm[a + 2]!];
    const turn =
      input.view.frame === 'eci'
        ? 0
        : gmstRad(input.fleet.opened.epochUnixS + (input.scene?.startS ?? 0) + input.timeS);
    const lonDeg = ((Math.atan2(y, x) - turn) * 180) / Math.PI;
    return { ...input.view, lonDeg, latDeg: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI };
  }

  #listen(): void {
    const host = this.#host;
    let drag: { x: number; y: number; moved: number } | undefined;
    const pointers = new Map<number, { x: number; y: number }>();
    const on = <K extends keyof HTMLElementEventMap>(name: K, handler: (event: HTMLElementEventMap[K]) => void) => {
      host.addEventListener(name, handler, { passive: false });
      this.#stops.push(() => host.removeEventListener(name, handler));
    };
    on('pointerdown', (event) => {
      host.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      drag = { x: event.clientX, y: event.clientY, moved: 0 };
    });
    on('pointermove', (event) => {
      const before = pointers.get(event.pointerId);
      if (!before || !drag) return;
      const dx = event.clientX - before.x;
      const dy = event.clientY - before.y;
      if (pointers.size === 2) {
        const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
        const old = Math.hypot(before.x - other.x, before.y - other.y);
        zoomBy(Math.hypot(event.clientX - other.x, event.clientY - other.y) / Math.max(1, old));
      } else this.#turn(-dx, dy);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      drag.moved += Math.abs(dx) + Math.abs(dy);
    });
    const up = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (drag && drag.moved < 5 && event.type === 'pointerup' && this.#sight.canSelect) {
        const box = host.getBoundingClientRect();
        selected.value = this.#renderer.pick(event.clientX - box.left, event.clientY - box.top);
        if (selected.value < 0) follow.value = false;
      }
      drag = undefined;
    };
    on('pointerup', up);
    on('pointercancel', up);
    on('wheel', (event) => {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 600));
    });
    on('keydown', (event) => {
      const step = event.shiftKey ? 200 : 50;
      if (event.key === 'ArrowLeft') this.#turn(-step, 0);
      else if (event.key === 'ArrowRight') this.#turn(step, 0);
      else if (event.key === 'ArrowUp') this.#turn(0, step);
      else if (event.key === 'ArrowDown') this.#turn(0, -step);
      else if (event.key === '+' || event.key === '=') zoomBy(1.3);
      else if (event.key === '-') zoomBy(1 / 1.3);
      else return;
      event.preventDefault();
    });
  }

  #turn(xPx: number, yPx: number): void {
    const degrees = this.#renderer.degreesPerPixel(view.value);
    const { lonDeg, latDeg } = view.value;
    follow.value = false;
    view.value = {
      ...view.value,
      lonDeg: ((((lonDeg + xPx * degrees + 180) % 360) + 360) % 360) - 180,
      latDeg: Math.max(-90, Math.min(90, latDeg + yPx * degrees)),
    };
  }
}

function zoomBy(factor: number): void {
  view.value = { ...view.value, zoom: Math.min(12, Math.max(0.5, view.value.zoom * factor)) };
}
