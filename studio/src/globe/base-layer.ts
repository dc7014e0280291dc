import { type GeoProjection, geoCircle, geoEquirectangular, geoPath } from 'd3-geo';
import { Disc } from './disc-path.ts';
import { borderLines, borders, farSideOf, graticule, graticuleLines, land, landRings } from './earth-shapes.ts';
import { colors } from './palette.ts';
import type { Projector } from './projector.ts';
import type { Frame } from './renderer.ts';

export const NIGHT_ALPHA = 0.45;
export const GLOW_RINGS = 6;
export const GLOW_STEP_PX = 2.5;
export const GLOW_ALPHA = 0.045;

/** Adds the outlines of the parts of the Earth to the path of a context. */
interface Outlines {
  all(): void;
  land(): void;
  borders(): void;
  graticule(): void;
  night(sunLonDeg: number, sunLatDeg: number): void;
}

/** The Earth without anything that flies: sea, land, borders, graticule, night. */
export function drawBase(ctx: CanvasRenderingContext2D, projector: Projector, frame: BaseFrame): void {
  const outlines = projector.kind === 'map' ? flatOutlines(ctx, projector) : discOutlines(ctx, projector);
  drawGlow(ctx, projector);
  ctx.beginPath();
  outlines.all();
  ctx.fillStyle = colors.ocean;
  ctx.fill();
  if (frame.graticule) {
    ctx.beginPath();
    outlines.graticule();
    stroke(ctx, colors.graticule, 0.7);
  }
  ctx.beginPath();
  outlines.land();
  ctx.fillStyle = colors.land;
  ctx.fill('evenodd');
  stroke(ctx, colors.coast, 0.8);
  if (frame.borders) {
    ctx.beginPath();
    outlines.borders();
    stroke(ctx, colors.border, 0.6);
  }
  if (frame.night) {
    ctx.beginPath();
    outlines.night(frame.sunLonDeg, frame.sunLatDeg);
    ctx.fillStyle = colors.night;
    ctx.globalAlpha = NIGHT_ALPHA;
    ctx.fill('evenodd');
    ctx.globalAlpha = 1;
  }
  ctx.beginPath();
  outlines.all();
  stroke(ctx, colors.coast, 1);
}

/** What of a frame the Earth depends on. */
export type BaseFrame = Pick<Frame, 'graticule' | 'borders' | 'night' | 'sunLonDeg' | 'sunLatDeg'>;

function stroke(ctx: CanvasRenderingContext2D, color: string, widthPx: number): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = widthPx;
  ctx.stroke();
}

/** Sea and land alone, all longitudes from -180 to 180 degrees over the width: what is laid around a ball. */
export function drawFlatGround(ctx: CanvasRenderingContext2D, widthPx: number): void {
  const flat = geoEquirectangular()
    .scale(widthPx / (2 * Math.PI))
    .translate([widthPx / 2, widthPx / 4]);
  ctx.fillStyle = colors.ocean;
  ctx.fillRect(0, 0, widthPx, widthPx / 2);
  ctx.beginPath();
  geoPath(flat, ctx)(land);
  ctx.fillStyle = colors.land;
  ctx.fill();
}

/** A thin ring of air. */
function drawGlow(ctx: CanvasRenderingContext2D, { kind, xPx, yPx, radiusPx }: Projector): void {
  if (kind === 'map') return;
  for (let ring = GLOW_RINGS; ring > 0; ring--) {
    ctx.beginPath();
    ctx.arc(xPx, yPx, radiusPx + GLOW_STEP_PX * ring, 0, 2 * Math.PI);
    ctx.arc(xPx, yPx, radiusPx - 1, 0, 2 * Math.PI);
    ctx.fillStyle = colors.glow;
    ctx.globalAlpha = GLOW_ALPHA;
    ctx.fill('evenodd');
  }
  ctx.globalAlpha = 1;
}

/** The globe, turned every frame while it is dragged: no more than the points themselves. */
function discOutlines(ctx: CanvasRenderingContext2D, projector: Projector): Outlines {
  const disc = new Disc(projector);
  return {
    all: () => ctx.arc(projector.xPx, projector.yPx, disc.edgePx, 0, 2 * Math.PI),
    land: () => disc.traceAreas(ctx, landRings),
    borders: () => disc.traceLines(ctx, borderLines),
    graticule: () => disc.traceLines(ctx, graticuleLines),
    night: (sunLonDeg, sunLatDeg) => disc.traceAreas(ctx, [farSideOf(sunLonDeg, sunLatDeg)]),
  };
}

function flatOutlines(ctx: CanvasRenderingContext2D, projector: Projector): Outlines {
  const path = geoPath(flatProjection(projector), ctx);
  const night = geoCircle().radius(90);
  return {
    all: () => path({ type: 'Sphere' }),
    land: () => path(land),
    borders: () => path(borders),
    graticule: () => path(graticule),
    night: (sunLonDeg, sunLatDeg) => path(night.center([sunLonDeg + 180, -sunLatDeg])()),
  };
}

function flatProjection({ centreLonDeg, radiusPx, xPx, yPx }: Projector): GeoProjection {
  return geoEquirectangular().rotate([-centreLonDeg, 0]).scale(radiusPx).translate([xPx, yPx]).precision(0.6);
}
