import { DEG_RAD } from 'cupola/physics';
import { ColorManagement, LinearSRGBColorSpace, Vector2, WebGLRenderer } from 'three';
import { buildFrame, type FrameInput } from './build-frame.ts';
import { drawingOf, pngOf } from './drawing.ts';
import { dotPx, drawOverlay } from './flight-layer.ts';
import { noteTime } from './frame-times.ts';
import { colors } from './palette.ts';
import { nearestDrawn } from './pick.ts';
import { eyeRadiiOf, HALF_FIELD_RAD, spaceProjector } from './projector.ts';
import type { Frame, GlobeRenderer, GlobeView, RendererEvents } from './renderer.ts';
import { type Scratch, scratchFor } from './scratch.ts';
import { aimCamera, spaceCamera } from './space-camera.ts';
import { SpaceScene } from './space-scene.ts';

/** How the browser can draw three dimensions. */
export type SpaceSupport = 'hardware' | 'software' | 'none';

/** Names under which drawing libraries say that they draw without a graphics processor. */
const SOFTWARE_NAMES = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function spaceSupport(): SpaceSupport {
  const rendererName = (failIfMajorPerformanceCaveat: boolean) => {
    const probe = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat });
    if (!probe) return undefined;
    const info = probe.getExtension('WEBGL_debug_renderer_info');
    const name = String(probe.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : probe.RENDERER));
    probe.getExtension('WEBGL_lose_context')?.loseContext();
    return name;
  };
  const name = rendererName(true);
  if (name !== undefined && !SOFTWARE_NAMES.test(name)) return 'hardware';
  return name !== undefined || rendererName(false) !== undefined ? 'software' : 'none';
}

/**
 * Three dimensions with perspective. The graphics processor draws the Earth and the satellites, in 32 bits; lines, signs and names
 * are drawn over them from double precision, as on the other views.
 */
export class SpaceGlobe implements GlobeRenderer {
  readonly kind = 'space';
  readonly element: HTMLElement;
  readonly isBusy = false;
  readonly #events: RendererEvents;
  #shown: { frame: Frame; view: GlobeView } | undefined;
  readonly #renderer: WebGLRenderer;
  readonly #overlay: CanvasRenderingContext2D;
  readonly #scene: SpaceScene;
  readonly #camera = spaceCamera();
  #scratch: Scratch = scratchFor(0);
  #count = 0;
  #width = 1;
  #height = 1;
  #ratio = 1;

  /** @param events is told as well when the browser takes the graphics processor away */
  constructor(events: RendererEvents) {
    const { onLost } = events;
    this.#events = events;
    ColorManagement.enabled = false; // the palette is as the eye sees it, and is mixed so, as on a canvas
    this.#renderer = new WebGLRenderer({ antialias: true, powerPreference: 'high-performance' });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.setClearColor(colors.space);
    this.#renderer.domElement.addEventListener('webglcontextlost', onLost, { once: true });
    this.#overlay = document.createElement('canvas').getContext('2d')!;
    this.element = document.createElement('div');
    this.element.className = 'layers';
    this.element.append(this.#renderer.domElement, this.#overlay.canvas);
    this.#scene = new SpaceScene(this.#renderer.capabilities.maxTextureSize);
    this.#stopListening = () => this.#renderer.domElement.removeEventListener('webglcontextlost', onLost);
  }

  readonly #stopListening: () => void;

  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#width = widthPx;
    this.#height = heightPx;
    this.#ratio = ratio;
    this.#renderer.setPixelRatio(ratio);
    this.#renderer.setSize(widthPx, heightPx, false);
    this.#camera.aspect = widthPx / heightPx;
    this.#camera.updateProjectionMatrix();
    this.#overlay.canvas.width = Math.round(widthPx * ratio);
    this.#overlay.canvas.height = Math.round(heightPx * ratio);
    this.#overlay.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  draw(input: FrameInput): void {
    const { view } = input;
    const frame = buildFrame(input);
    this.#shown = { frame, view };
    let atMs = performance.now();
    const projector = spaceProjector(view, frame.gmstRad, this.#width, this.#height);
    this.#scratch = scratchFor(frame.count, this.#scratch);
    this.#count = frame.count;
    projector.projectAll(frame.positionEciKm, frame.count, this.#scratch.px, this.#scratch.seen);
    atMs = noteTime('projection', atMs);
    aimCamera(this.#camera, view, frame.gmstRad);
    const middlePx = new Vector2(this.#width, this.#height).multiplyScalar(this.#ratio / 2);
    const { position } = this.#camera;
    this.#scene.update(
      frame,
      position,
      projector.radiusPx * this.#ratio,
      middlePx,
      dotPx(projector, frame.count),
      this.#ratio,
    );
    this.#renderer.render(this.#scene.scene, this.#camera);
    this.#overlay.clearRect(0, 0, this.#width, this.#height);
    drawOverlay(this.#overlay, projector, frame, this.#scratch);
    noteTime('drawing', atMs);
    this.#events.onDrawn();
  }

  pick(xPx: number, yPx: number): number {
    return nearestDrawn(this.#scratch, this.#count, xPx, yPx);
  }

  degreesPerPixel(view: GlobeView): number {
    const focalPx = this.#height / 2 / Math.tan(HALF_FIELD_RAD);
    return (eyeRadiiOf(view) - 1) / focalPx / DEG_RAD;
  }

  toPng(): Promise<Blob> {
    // the picture is lost once it is shown, so it is drawn anew and copied at once
    this.#renderer.render(this.#scene.scene, this.#camera);
    const canvas = document.createElement('canvas');
    canvas.width = this.#overlay.canvas.width;
    canvas.height = this.#overlay.canvas.height;
    const ctx = canvas.getContext('2d')!;
    ctx.drawImage(this.#renderer.domElement, 0, 0, canvas.width, canvas.height);
    ctx.drawImage(this.#overlay.canvas, 0, 0);
    return pngOf(canvas);
  }

  async toSvg(): Promise<string> {
    if (!this.#shown) return '';
    const { frame, view } = this.#shown;
    const projector = spaceProjector(view, frame.gmstRad, this.#width, this.#height);
    return drawingOf(frame, projector, this.#width, this.#height);
  }

  dispose(): void {
    this.#stopListening();
    this.#scene.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
    this.#overlay.canvas.width = this.#overlay.canvas.height = 0;
    this.element.remove();
  }
}
