import type { Curve } from './earth-shapes.ts';
import type { Projector } from './projector.ts';

const DEG = Math.PI / 180;
/** The edge of the disc is followed in steps of at most this. */
const EDGE_STEP_RAD = 3 * DEG;

/** What of a drawing context the paths need. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** The Earth as a disc: how points of the unit sphere, Earth-fixed, fall on the picture. */
export class Disc {
  readonly #projector: Projector;
  readonly #sinLon: number;
  readonly #cosLon: number;
  readonly #sinLat: number;
  readonly #cosLat: number;
  /** Distance of the eye, Earth radii; Infinity: far away. */
  readonly #eye: number;
  readonly #focalPx: number;
  /** What lies nearer to the eye than this is seen. */
  readonly #edgeZ: number;
  readonly edgePx: number;

  constructor(projector: Projector) {
    const { centreLonDeg, centreLatDeg, radiusPx, eyeRadii } = projector;
    this.#projector = projector;
    this.#sinLon = Math.sin(centreLonDeg * DEG);
    this.#cosLon = Math.cos(centreLonDeg * DEG);
    this.#sinLat = Math.sin(centreLatDeg * DEG);
    this.#cosLat = Math.cos(centreLatDeg * DEG);
    this.#eye = eyeRadii;
    this.#edgeZ = 1 / eyeRadii;
    this.edgePx = radiusPx;
    // the edge is where a ray from the eye touches the sphere: radiusPx = focalPx / sqrt(eye^2 - 1)
    this.#focalPx = eyeRadii === Infinity ? radiusPx : radiusPx * Math.sqrt(eyeRadii * eyeRadii - 1);
  }

  /** Adds the lines that are seen. */
  traceLines(sink: PathSink, lines: readonly Curve[]): void {
    const edgeZ = this.#edgeZ;
    for (const { points: p } of lines) {
      let wasSeen = false;
      let lastX = 0;
      let lastY = 0;
      let lastZ = 0;
      for (let a = 0; a < p.length; a += 3) {
        const along = this.#cosLon * p[a]! + this.#sinLon * p[a + 1]!;
        const x = this.#cosLon * p[a + 1]! - this.#sinLon * p[a]!;
        const y = this.#cosLat * p[a + 2]! - this.#sinLat * along;
        const z = this.#cosLat * along + this.#sinLat * p[a + 2]!;
        const isSeen = z > edgeZ;
        if (isSeen !== wasSeen && a > 0) {
          this.#edgeTo(sink, edgeAngle(lastX, lastY, lastZ, x, y, z, edgeZ), isSeen);
        }
        if (isSeen) this.#to(sink, x, y, z, a === 0);
        wasSeen = isSeen;
        lastX = x;
        lastY = y;
        lastZ = z;
      }
    }
  }

  /**
   * Adds areas, to be filled by the even-odd rule. What lies behind the edge is drawn out to it, along the lines of sight's plane;
   * an area that holds the point right behind the Earth then covers what it should leave free, and the whole disc is added to it.
   */
  traceAreas(sink: PathSink, rings: readonly Curve[]): void {
    for (const ring of rings) this.#traceRing(sink, ring);
  }

  #traceRing(sink: PathSink, { points: p, isHole }: Curve): void {
    const edgeZ = this.#edgeZ;
    let turns = 0;
    let isOpen = false;
    let wasSeen = false;
    let lastAngle = Number.NaN;
    let lastX = 0;
    let lastY = 0;
    let lastZ = 0;
    for (let a = 0; a < p.length; a += 3) {
      const along = this.#cosLon * p[a]! + this.#sinLon * p[a + 1]!;
      const x = this.#cosLon * p[a + 1]! - this.#sinLon * p[a]!;
      const y = this.#cosLat * p[a + 2]! - this.#sinLat * along;
      const z = this.#cosLat * along + this.#sinLat * p[a + 2]!;
      const isSeen = z > edgeZ;
      if (a > 0) turns += Math.atan2(lastX * y - lastY * x, lastX * x + lastY * y);
      if (isSeen) {
        if (isOpen && !wasSeen) this.#alongEdge(sink, lastAngle, edgeAngle(lastX, lastY, lastZ, x, y, z, edgeZ));
        this.#to(sink, x, y, z, !isOpen);
      } else {
        const angle = Math.atan2(y, x);
        if (!isOpen) this.#edgeTo(sink, angle, true);
        else if (wasSeen) {
          const edge = edgeAngle(lastX, lastY, lastZ, x, y, z, edgeZ);
          this.#edgeTo(sink, edge, false);
          this.#alongEdge(sink, edge, angle);
        } else this.#alongEdge(sink, lastAngle, angle);
        lastAngle = angle;
      }
      isOpen = true;
      wasSeen = isSeen;
      lastX = x;
      lastY = y;
      lastZ = z;
    }
    sink.closePath();
    // outer rings run clockwise around their area: the other way round the middle, they hold the point behind
    const around = Math.round(turns / (2 * Math.PI)) * (isHole ? -1 : 1);
    if (around > 0) this.traceDisc(sink);
  }

  /** Adds the whole disc. */
  traceDisc(sink: PathSink): void {
    this.#edgeTo(sink, 0, true);
    const steps = Math.ceil((2 * Math.PI) / EDGE_STEP_RAD);
    for (let k = 1; k < steps; k++) this.#edgeTo(sink, (2 * Math.PI * k) / steps, false);
    sink.closePath();
  }

  #to(sink: PathSink, x: number, y: number, z: number, isStart: boolean): void {
    const scale = this.#eye === Infinity ? this.#focalPx : this.#focalPx / (this.#eye - z);
    const { xPx, yPx } = this.#projector;
    if (isStart) sink.moveTo(xPx + scale * x, yPx - scale * y);
    else sink.lineTo(xPx + scale * x, yPx - scale * y);
  }

  #edgeTo(sink: PathSink, angleRad: number, isStart: boolean): void {
    const { xPx, yPx } = this.#projector;
    const x = xPx + this.edgePx * Math.cos(angleRad);
    const y = yPx - this.edgePx * Math.sin(angleRad);
    if (isStart) sink.moveTo(x, y);
    else sink.lineTo(x, y);
  }

  /** Follows the edge, the shorter way round. */
  #alongEdge(sink: PathSink, fromRad: number, toRad: number): void {
    const turn = toRad - fromRad - 2 * Math.PI * Math.round((toRad - fromRad) / (2 * Math.PI));
    const steps = Math.max(1, Math.ceil(Math.abs(turn) / EDGE_STEP_RAD));
    for (let k = 1; k <= steps; k++) this.#edgeTo(sink, fromRad + (turn * k) / steps, false);
  }
}

/** Where the way between two points passes the edge, as an angle around the middle. */
function edgeAngle(ax: number, ay: number, az: number, bx: number, by: number, bz: number, edgeZ: number): number {
  const share = (edgeZ - az) / (bz - az);
  return Math.atan2(ay + share * (by - ay), ax + share * (bx - ax));
}
