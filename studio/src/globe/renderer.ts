import type { FrameInput } from './build-frame.ts';

/** Where the viewer stands. Degrees; the centre is Earth-fixed or inertial as `frame` says. */
export interface GlobeView {
  frame: 'ecef' | 'eci';
  lonDeg: number;
  latDeg: number;
  /** 1: the whole Earth fits. */
  zoom: number;
}

const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 12;

export function zoomWithin(zoom: number): number {
  return Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom));
}

/** A curve in space. */
export interface Line {
  /** [point][xyz]; in the axes that `axes` names. */
  points: Float64Array;
  axes: 'eci' | 'ecef';
  color: string;
  widthPx: number;
  alpha: number;
  dashPx?: number;
}

/** A sign at a place. */
export interface Mark {
  eciKm: [number, number, number];
  shape: 'dot' | 'ring' | 'cross' | 'square' | 'triangle';
  color: string;
  sizePx: number;
  label?: string;
}

/** Satellites that share a colour. */
export interface Group {
  name: string;
  color: string;
  indices: Int32Array;
}

/** All that is drawn at one moment. Positions are double precision; only a renderer may round them. */
export interface Frame {
  tS: number;
  gmstRad: number;
  /** [satellite][xyz] */
  positionEciKm: Float64Array;
  count: number;
  groups: Group[];
  /** [satellite], 1: out. */
  isOut: Uint8Array;
  lines: Line[];
  marks: Mark[];
  selected: number;
  /** Point under the sun. */
  sunLonDeg: number;
  sunLatDeg: number;
  graticule: boolean;
  borders: boolean;
  night: boolean;
}

/** Something that can show a moment. */
export interface GlobeRenderer {
  readonly kind: 'globe' | 'map' | 'space';
  readonly element: HTMLElement;
  /** The last moment is still being drawn: the next one has to wait. */
  readonly isBusy: boolean;
  resize(widthPx: number, heightPx: number, ratio: number): void;
  draw(input: FrameInput): void;
  /** Satellite at a place of the picture, or -1. */
  pick(xPx: number, yPx: number): number;
  /** How far a drag of so many pixels turns the view. */
  degreesPerPixel(view: GlobeView): number;
  toPng(): Promise<Blob>;
  /** The moment last shown, as a drawing. */
  toSvg(): Promise<string>;
  dispose(): void;
}

/** What a renderer tells. */
export interface RendererEvents {
  /** A picture is complete. */
  onDrawn(): void;
  /** It cannot go on. */
  onLost(): void;
}
