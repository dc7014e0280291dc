import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  PerspectiveCamera,
  Points,
  PointsMaterial,
  Raycaster,
  Scene,
  SphereGeometry,
  SRGBColorSpace,
  Vector2,
  WebGLRenderer,
} from 'three';
import { drawBase } from './base-layer.ts';
import { colors, outColor } from './palette.ts';
import { EARTH_KM, mapProjector } from './projector.ts';
import type { Frame, GlobeRenderer, View } from './renderer.ts';

const TEXTURE_PX = 2048;
const DISTANCE = 3.4;
const DEG = Math.PI / 180;
const MAX_LINE_POINTS = 60_000;

/** The 3-D view, or null where the browser has no graphics processor for it. */
export function makeSpaceGlobe(): GlobeRenderer | null {
  const probe = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!probe) return null;
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return new SpaceGlobe();
}

/** Three dimensions with perspective, by the graphics processor. Earth radii as the unit; 32-bit only here. */
class SpaceGlobe implements GlobeRenderer {
  readonly element: HTMLElement;
  readonly #renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(42, 1, 0.05, 60);
  readonly #earth: Mesh<SphereGeometry, MeshBasicMaterial>;
  readonly #points: Points<BufferGeometry, PointsMaterial>;
  readonly #lines: LineSegments<BufferGeometry, LineBasicMaterial>;
  #groups: Frame['groups'] | undefined;
  #isOut: Uint8Array | undefined;
  #base = '';
  #width = 1;
  #height = 1;

  constructor() {
    this.element = this.#renderer.domElement;
    this.#renderer.setClearColor(new Color(colors.space));
    this.#earth = new Mesh(new SphereGeometry(1, 96, 64), new MeshBasicMaterial());
    // the texture's middle is longitude 0, which the sphere has on its x axis; three's north is y, ours is z
    this.#earth.rotation.order = 'ZXY';
    this.#points = new Points(
      new BufferGeometry(),
      new PointsMaterial({ size: 2.2, sizeAttenuation: false, vertexColors: true }),
    );
    this.#lines = new LineSegments(
      new BufferGeometry(),
      new LineBasicMaterial({ vertexColors: true, transparent: true }),
    );
    this.#points.frustumCulled = this.#lines.frustumCulled = false;
    const lines = this.#lines.geometry;
    lines.setAttribute('position', new BufferAttribute(new Float32Array(6 * MAX_LINE_POINTS), 3));
    lines.setAttribute('color', new BufferAttribute(new Float32Array(8 * MAX_LINE_POINTS), 4));
    this.#scene.add(this.#earth, this.#points, this.#lines);
    this.#camera.up.set(0, 0, 1);
  }

  resize(widthPx: number, heightPx: number, ratio: number): void {
    this.#width = widthPx;
    this.#height = heightPx;
    this.#renderer.setPixelRatio(ratio);
    this.#renderer.setSize(widthPx, heightPx);
    this.#camera.aspect = widthPx / heightPx;
    this.#camera.updateProjectionMatrix();
  }

  draw(frame: Frame, view: View): void {
    this.#paintEarth(frame);
    this.#earth.rotation.set(Math.PI / 2, 0, frame.gmstRad);
    const lambda = view.lonDeg * DEG + (view.frame === 'ecef' ? frame.gmstRad : 0);
    const phi = Math.max(-89.9, Math.min(89.9, view.latDeg)) * DEG;
    const away = 1 + (DISTANCE - 1) / view.zoom;
    this.#camera.position.set(
      away * Math.cos(phi) * Math.cos(lambda),
      away * Math.cos(phi) * Math.sin(lambda),
      away * Math.sin(phi),
    );
    this.#camera.lookAt(0, 0, 0);
    this.#movePoints(frame);
    this.#moveLines(frame);
    this.#renderer.render(this.#scene, this.#camera);
  }

  #paintEarth(frame: Frame): void {
    const key = [frame.borders, frame.graticule, frame.night, Math.round(frame.sunLonDeg)].join();
    if (key === this.#base) return;
    this.#base = key;
    const canvas = document.createElement('canvas');
    canvas.width = TEXTURE_PX;
    canvas.height = TEXTURE_PX / 2;
    const flat = { frame: 'ecef', lonDeg: 0, latDeg: 0, zoom: 1 } as const;
    drawBase(canvas.getContext('2d')!, mapProjector(flat, 0, TEXTURE_PX, TEXTURE_PX / 2), frame);
    const { material } = this.#earth;
    material.map?.dispose();
    material.map = new CanvasTexture(canvas);
    material.map.colorSpace = SRGBColorSpace;
    material.needsUpdate = true;
  }

  #movePoints({ positionEciKm, count, groups, isOut }: Frame): void {
    const { geometry } = this.#points;
    const position = geometry.getAttribute('position') as BufferAttribute | undefined;
    const isNew = position?.count !== count;
    const at = isNew ? new BufferAttribute(new Float32Array(3 * count), 3) : position;
    const xyz = at.array as Float32Array;
    for (let a = 0; a < 3 * count; a++) xyz[a] = positionEciKm[a]! / EARTH_KM;
    at.needsUpdate = true;
    if (isNew) geometry.setAttribute('position', at);
    if (!isNew && groups === this.#groups && isOut === this.#isOut) return;
    this.#groups = groups;
    this.#isOut = isOut;
    const rgb = new Float32Array(3 * count);
    const color = new Color();
    for (const group of groups) {
      for (const i of group.indices) color.set(isOut[i] ? outColor : group.color).toArray(rgb, 3 * i);
    }
    geometry.setAttribute('color', new BufferAttribute(rgb, 3));
  }

  #moveLines({ lines, marks, gmstRad }: Frame): void {
    const { geometry } = this.#lines;
    const xyz = geometry.getAttribute('position').array as Float32Array;
    const rgba = geometry.getAttribute('color').array as Float32Array;
    const color = new Color();
    let n = 0;
    const put = (x: number, y: number, z: number, alpha: number) => {
      xyz[3 * n] = x / EARTH_KM;
      xyz[3 * n + 1] = y / EARTH_KM;
      xyz[3 * n + 2] = z / EARTH_KM;
      color.toArray(rgba, 4 * n);
      rgba[4 * n + 3] = alpha;
      n++;
    };
    for (const { points: p, axes, color: name, alpha } of lines) {
      color.set(name);
      const c = axes === 'ecef' ? Math.cos(gmstRad) : 1;
      const s = axes === 'ecef' ? Math.sin(gmstRad) : 0;
      const lift = axes === 'ecef' ? 1.002 : 1;
      const end = (a: number) =>
        put(lift * (c * p[a]! - s * p[a + 1]!), lift * (s * p[a]! + c * p[a + 1]!), lift * p[a + 2]!, alpha);
      for (let a = 3; a < p.length && n < 2 * MAX_LINE_POINTS - 2; a += 3) {
        end(a - 3);
        end(a);
      }
    }
    for (const { eciKm, color: name, sizePx } of marks) {
      color.set(name);
      const r = 14 * sizePx;
      for (let axis = 0; axis < 3 && n < 2 * MAX_LINE_POINTS - 2; axis++)
        for (const side of [-r, r])
          put(
            1.003 * eciKm[0] + (axis === 0 ? side : 0),
            1.003 * eciKm[1] + (axis === 1 ? side : 0),
            1.003 * eciKm[2] + (axis === 2 ? side : 0),
            1,
          );
    }
    geometry.setDrawRange(0, n);
    for (const name of ['position', 'color']) geometry.getAttribute(name).needsUpdate = true;
  }

  pick(xPx: number, yPx: number): number {
    const ray = new Raycaster();
    ray.params.Points.threshold = 0.012;
    ray.setFromCamera(new Vector2((2 * xPx) / this.#width - 1, 1 - (2 * yPx) / this.#height), this.#camera);
    const [ground] = ray.intersectObject(this.#earth);
    const hit = ray.intersectObject(this.#points).find(({ distance }) => !ground || distance < ground.distance);
    return hit?.index ?? -1;
  }

  degreesPerPixel({ zoom }: View): number {
    return (60 * (1 + (DISTANCE - 1) / zoom - 1)) / this.#height;
  }

  toPng(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.#renderer.domElement.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))));
    });
  }

  toSvg(): null {
    return null;
  }

  dispose(): void {
    this.#earth.material.map?.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
    this.element.remove();
  }
}
