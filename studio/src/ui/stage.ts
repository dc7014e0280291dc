import { effect, untracked } from '@preact/signals';
import type { FrameInput } from '../globe/build-frame.ts';
import type { FlatKind } from '../globe/flat-projectors.ts';
import { canPaintRemotely, RemoteGlobe } from '../globe/remote-globe.ts';
import type { GlobeRenderer, GlobeView, RendererEvents } from '../globe/renderer.ts';
import { text } from '../i18n/text.ts';
import { watchFootprint, watchServed } from '../state/asked-layers.ts';
import { choose, followed, type Sight, shownSight } from '../state/constellation.ts';
import { watchLinks } from '../state/links.ts';
import {
  type GlobeMode,
  layers,
  linkLayer,
  messageKind,
  mode,
  playing,
  say,
  setTime,
  softwareSpace,
  span,
  speed,
  threatIndex,
  timeS,
  view,
} from '../state/view.ts';
import { listenTo } from './stage-input.ts';
import { viewOver } from './view-over.ts';

const MAX_STEP_S = 0.25;
const MAX_RATIO = 2;
/** While time plays, the globe moves with every frame; the rest of the page follows at this pace. */
const TELL_MS = 100;

/** Where the clock is while it runs: every picture on the page shows this moment. */
let runningS = 0;
const shown = new Map<Sight, GlobeRenderer>();
/** Workers that draw have failed on this page: it draws itself from then on. */
let isPainterLost = false;

/** What draws the pictures on the page, the first first, for exports. */
export function shownGlobes(): GlobeRenderer[] {
  return [...shown].sort(([a], [b]) => Number(b.drivesClock) - Number(a.drivesClock)).map(([, renderer]) => renderer);
}

/** Owns the picture: size, clock, which renderer; draws only when something has changed. */
export class PictureStage {
  readonly #host: HTMLElement;
  readonly #sight: Sight;
  #renderer: GlobeRenderer | undefined;
  #isDisposed = false;
  #dirty = true;
  /** A picture that is not on the screen has no size: it is drawn when it comes back. */
  #hasRoom = false;
  #lastMs = 0;
  #request = 0;
  /** Time on the globe; ahead of `timeS` by less than a moment while playing. */
  #nowS = 0;
  #toldS = Number.NaN;
  #toldMs = 0;
  /** What the reader's view was, and the view with the followed satellite in its middle. */
  #following: { from: GlobeView; to: GlobeView } | undefined;
  readonly #stops: (() => void)[] = [];

  /** @param sight what it shows; one sight on the page drives the clock */
  constructor(host: HTMLElement, sight = shownSight) {
    this.#host = host;
    this.#sight = sight;
    if (canPaintRemotely() && !isPainterLost) this.#show(this.#remote(mode.peek() === 'map' ? 'map' : 'globe'));
    const sizes = new ResizeObserver(() => this.#resize());
    sizes.observe(host);
    this.#stops.push(
      () => sizes.disconnect(),
      effect(() => {
        const kind = mode.value;
        untracked(() => void this.#choose(kind));
      }),
      effect(() => {
        void [sight.fleet.value, sight.scene.value, sight.groups.value, sight.dimmed.value, timeS.value, view.value];
        void [sight.siteLabels.value, sight.aims.value];
        void [linkLayer.value, sight.links.value, messageKind.value];
        void [sight.selected.value, threatIndex.value, layers.value, followed.value?.selected.value];
        this.#dirty = true;
      }),
      watchLinks(sight),
      watchServed(sight),
      watchFootprint(sight),
      effect(() => {
        if (!followed.value) untracked(() => this.#stay());
      }),
      listenTo(host, {
        degreesPerPixel: () => this.#renderer?.degreesPerPixel(view.value) ?? 0,
        seenFrom: () => this.#following?.to ?? view.value,
        choose: (xPx, yPx) => choose(sight, this.#renderer?.pick(xPx, yPx) ?? -1),
      }),
    );
    const loop = (nowMs: number) => {
      this.#request = requestAnimationFrame(loop);
      this.#tick(nowMs);
    };
    this.#request = requestAnimationFrame(loop);
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    for (const stop of this.#stops) stop();
    this.#isDisposed = true;
    this.#renderer?.dispose();
    shown.delete(this.#sight);
  }

  async #choose(kind: GlobeMode): Promise<void> {
    if (this.#renderer?.kind === kind) return;
    const next = await (kind === 'space' ? this.#space() : this.#flat(kind));
    if (this.#isDisposed || mode.value !== kind) next?.dispose();
    else if (next) this.#show(next);
    else mode.value = 'globe';
  }

  /** A flat view: drawn by a worker, or by the page where workers cannot. */
  async #flat(kind: FlatKind): Promise<GlobeRenderer> {
    if (canPaintRemotely() && !isPainterLost) return this.#remote(kind);
    const { CanvasGlobe } = await import('../globe/canvas-globe.ts');
    return new CanvasGlobe(kind, this.#events());
  }

  #remote(kind: FlatKind): GlobeRenderer {
    return new RemoteGlobe(
      kind,
      this.#events(() => {
        isPainterLost = true;
        void this.#flat(kind).then((next) =>
          this.#isDisposed || mode.value !== kind ? next.dispose() : this.#show(next),
        );
      }),
    );
  }

  /** The view in three dimensions; null, with a word about it, where the browser has nothing to draw it with. */
  async #space(): Promise<GlobeRenderer | null> {
    const { SpaceGlobe, spaceSupport } = await import('../globe/space-globe.ts');
    const support = spaceSupport();
    const isEnough = support === 'hardware' || (support === 'software' && softwareSpace.value === 'wanted');
    if (support === 'software' && !isEnough) softwareSpace.value = 'offered';
    if (support === 'none') say(text.value('view.noWebgl'));
    if (!isEnough) return null;
    return new SpaceGlobe(
      this.#events(() => {
        say(text.value('view.lostWebgl'));
        mode.value = 'globe';
      }),
    );
  }

  #events(onLost = () => {}): RendererEvents {
    return {
      onLost,
      onDrawn: () => {
        document.documentElement.dataset.firstPicture ??= performance.now().toFixed(0);
      },
    };
  }

  #show(next: GlobeRenderer): void {
    if (next !== this.#renderer) this.#renderer?.dispose();
    this.#renderer = next;
    this.#host.dataset.mode = next.kind;
    this.#host.replaceChildren(next.element);
    this.#resize();
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    this.#hasRoom = clientWidth > 0 && clientHeight > 0;
    if (!this.#hasRoom) return;
    this.#renderer?.resize(clientWidth, clientHeight, Math.min(MAX_RATIO, devicePixelRatio || 1));
    this.#draw();
  }

  #tick(nowMs: number): void {
    const stepS = Math.min(MAX_STEP_S, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    if (timeS.value !== this.#toldS) this.#nowS = this.#toldS = timeS.value;
    if (playing.value && !this.#sight.drivesClock) {
      this.#dirty ||= this.#nowS !== runningS;
      this.#nowS = runningS;
      this.#toldS = timeS.value;
    } else if (playing.value) {
      const { fromS, toS } = span.value;
      const nextS = this.#nowS + stepS * speed.value;
      const isOver = nextS >= toS || nextS <= fromS;
      if (isOver) playing.value = false;
      this.#nowS = runningS = Math.min(toS, Math.max(fromS, nextS));
      this.#dirty = true;
      if (isOver || nowMs - this.#toldMs >= TELL_MS) this.#tell(nowMs);
    } else if (this.#sight.drivesClock && this.#nowS !== this.#toldS) this.#tell(nowMs);
    else if (this.#nowS !== timeS.value) {
      this.#nowS = timeS.value;
      this.#dirty = true;
    }
    if (this.#dirty) this.#draw();
  }

  /** Tells the page what time it is on the globe. */
  #tell(nowMs: number): void {
    this.#toldMs = nowMs;
    setTime(this.#nowS);
    this.#toldS = timeS.value;
  }

  /** When a satellite is followed no more, the picture stays where it is. */
  #stay(): void {
    if (this.#following && view.value === this.#following.from) view.value = this.#following.to;
    this.#following = undefined;
  }

  #draw(): void {
    const { fleet, scene, groups, dimmed, siteLabels, selected, links, aims, isOfPair } = this.#sight;
    const all = fleet.value;
    const renderer = this.#renderer;
    this.#dirty = true;
    this.#host.dataset.empty = String(!all);
    if (!all) shown.delete(this.#sight);
    if (!all || !renderer || renderer.isBusy || !this.#hasRoom) return;
    this.#dirty = false;
    const input: FrameInput = {
      fleet: all,
      scene: scene.value,
      groups: groups.value,
      isOut: dimmed.value,
      siteLabels: siteLabels.value,
      timeS: this.#nowS,
      view: view.value,
      selected: selected.value,
      threatIndex: threatIndex.value,
      layers: layers.value,
      messageKind: messageKind.value,
      aims: aims.value,
      links: linkLayer.value === 'none' ? undefined : links.value?.map,
    };
    const leader = followed.value;
    if (leader?.isOfPair === isOfPair && leader.selected.value >= 0) {
      input.view = viewOver(leader, this.#nowS, view.value);
      this.#following = { from: view.value, to: input.view };
    }
    renderer.draw(input);
    shown.set(this.#sight, renderer);
    const { dataset } = document.documentElement;
    const count = String(all.count);
    if (dataset.satellites !== count) dataset.satellites = count;
  }
}
