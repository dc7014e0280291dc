import { DEG_RAD } from 'cupola/physics';
import type { Cap, Curve } from './earth-shapes.ts';
import type { Projector } from './projector.ts';

/** The edge of the disc is followed in steps of at most this. */
const EDGE_STEP_RAD = 3 * DEG_RAD;
/** Points of one ring as seen from the eye: [point][xyz]; grows with the longest ring. */
let seenXyz = new Float64Array(0);

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
  readonly #edgeRad: number;
  readonly edgePx: number;

  constructor(projector: Projector) {
    const { centreLonDeg, centreLatDeg, radiusPx, eyeRadii } = projector;
    this.#projector = projector;
    this.#sinLon = Math.sin(centreLonDeg * DEG_RAD);
    this.#cosLon = Math.cos(centreLonDeg * DEG_RAD);
    this.#sinLat = Math.sin(centreLatDeg * DEG_RAD);
    this.#cosLat = Math.cos(centreLatDeg * DEG_RAD);
    this.#eye = eyeRadii;
    this.#edgeZ = 1 / eyeRadii;
    this.#edgeRad = Math.acos(this.#edgeZ);
    this.edgePx = radiusPx;
    // the edge is where a ray from the eye touches the sphere: radiusPx = focalPx / sqrt(eye^2 - 1)
    this.#focalPx = eyeRadii === Infinity ? radiusPx : radiusPx * Math.sqrt(eyeRadii * eyeRadii - 1);
  }

  /** Adds the lines that are seen. */
  traceLines(sink: PathSink, lines: readonly Curve[]): void {
    const edgeZ = this.#edgeZ;
    for (const { points: p, cap } of lines) {
      if (this.#nearestRad(cap) > this.#edgeRad) continue;
      let wasSeen = false;
      let lastX = 0;
      let lastY = 0;
      let lastZ = 0;
      for (let a = 0; a < p.length; a += 3) {
        const along = this.#cosLon * p[a] + this.#sinLon * p[a + 1];
        const x = this.#cosLon * p[a + 1] - this.#sinLon * p[a];
        const y = this.#cosLat * p[a + 2] - this.#sinLat * along;
        const z = this.#cosLat * along + this.#sinLat * p[a + 2];
        const isSeen = z > edgeZ;
        if (isSeen !== wasSeen && a > 0) {
          this.#edgeTo(sink, edgeAngle(lastX, lastY, x, y, (edgeZ - lastZ) / (z - lastZ)), isSeen);
        }
        if (isSeen) this.#to(sink, x, y, z, a === 0);
        wasSeen = isSeen;
        lastX = x;
        lastY = y;
        lastZ = z;
      }
    }
  }

  /** Angle from the middle of the disc to the nearest point that a curve may have. */
  #nearestRad(cap: Cap | undefined): number {
    return cap ? this.#fromMiddleRad(cap) - cap.radiusRad : 0;
  }

  #fromMiddleRad({ middle: [x, y, z] }: Cap): number {
    const dot = this.#cosLat * (this.#cosLon * x + this.#sinLon * y) + this.#sinLat * z;
    return Math.acos(Math.max(-1, Math.min(1, dot)));
  }

  /**
   * Adds areas, to be filled by the even-odd rule. What lies behind the edge is drawn out to it, along the lines of sight's plane;
   * an area that holds the point right behind the Earth then covers what it should leave free, and the whole disc is added to it.
   * A ring with a cap is taken to hold an area within that cap.
   */
  traceAreas(sink: PathSink, rings: readonly Curve[]): void {
    for (const ring of rings) {
      if (this.#nearestRad(ring.cap) > this.#edgeRad) continue;
      this.#turn(ring.points);
      const isWhole = ring.cap && this.#fromMiddleRad(ring.cap) + ring.cap.radiusRad < this.#edgeRad;
      if (isWhole) this.#traceWhole(sink, ring.points.length);
      else this.#traceRing(sink, ring);
    }
  }

  /** Puts points before the eye: x to the right, y up, z towards it. */
  #turn(p: Float64Array): void {
    if (seenXyz.length < p.length) seenXyz = new Float64Array(p.length);
    for (let a = 0; a < p.length; a += 3) {
      const along = this.#cosLon * p[a] + this.#sinLon * p[a + 1];
      seenXyz[a] = this.#cosLon * p[a + 1] - this.#sinLon * p[a];
      seenXyz[a + 1] = this.#cosLat * p[a + 2] - this.#sinLat * along;
      seenXyz[a + 2] = this.#cosLat * along + this.#sinLat * p[a + 2];
    }
  }

  #traceWhole(sink: PathSink, length: number): void {
    for (let a = 0; a < length - 3; a += 3) this.#to(sink, seenXyz[a], seenXyz[a + 1], seenXyz[a + 2], a === 0);
    sink.closePath();
  }

  /** A ring that the edge may cut: begun where it is seen, and taken along the edge where it is not. */
  #traceRing(sink: PathSink, { points: { length }, isHole }: Curve): void {
    const v = seenXyz;
    const edgeZ = this.#edgeZ;
    const corners = length / 3 - 1;
    let first = 0;
    while (first < corners && !(v[3 * first + 2] > edgeZ)) first++;
    const isSeenAtAll = first < corners;
    let laps = 0;
    let wasSeen = isSeenAtAll;
    let leftRad = 0;
    let leftLaps = 0;
    let from = 3 * (first % corners);
    if (isSeenAtAll) this.#to(sink, v[from], v[from + 1], v[from + 2], true);
    for (let k = 1; k <= corners; k++) {
      const to = 3 * ((first + k) % corners);
      const isSeen = v[to + 2] > edgeZ;
      if (isSeen === wasSeen) laps += lapOf(v[from], v[from + 1], v[to], v[to + 1]);
      else {
        const share = (edgeZ - v[from + 2]) / (v[to + 2] - v[from + 2]);
        const x = v[from] + share * (v[to] - v[from]);
        const y = v[from + 1] + share * (v[to + 1] - v[from + 1]);
        const angleRad = Math.atan2(y + 0, x); // + 0: a zero has no sign
        laps += lapOf(v[from], v[from + 1], x, y);
        if (isSeen) this.#alongEdge(sink, leftRad, angleRad + 2 * Math.PI * (laps - leftLaps));
        else this.#edgeTo(sink, angleRad, false);
        leftRad = angleRad;
        leftLaps = laps;
        laps += lapOf(x, y, v[to], v[to + 1]);
      }
      if (isSeen && k < corners) this.#to(sink, v[to], v[to + 1], v[to + 2], false);
      wasSeen = isSeen;
      from = to;
    }
    if (isSeenAtAll) sink.closePath();
    // outer rings run clockwise around their area: the other way round the middle, they hold the point behind
    const around = isHole ? -laps : laps;
    if (isSeenAtAll ? around > 0 : around < 0) this.traceDisc(sink);
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

  /** Follows the edge from one angle to another, as often round as they say. */
  #alongEdge(sink: PathSink, fromRad: number, toRad: number): void {
    const steps = Math.max(1, Math.ceil(Math.abs(toRad - fromRad) / EDGE_STEP_RAD));
    for (let k = 1; k <= steps; k++) this.#edgeTo(sink, fromRad + ((toRad - fromRad) * k) / steps, false);
  }
}

/** Whether the way between two points passes where angles jump by a turn, left of the middle: 1 as they grow, -1 as they fall. */
function lapOf(ax: number, ay: number, bx: number, by: number): number {
  if (ay >= 0 === by >= 0) return 0;
  if (ax + ((bx - ax) * ay) / (ay - by) >= 0) return 0;
  return ay >= 0 ? 1 : -1;
}

/** Where a share of the way between two points is made, as an angle around the middle. */
function edgeAngle(ax: number, ay: number, bx: number, by: number, share: number): number {
  return Math.atan2(ay + share * (by - ay), ax + share * (bx - ax));
}
