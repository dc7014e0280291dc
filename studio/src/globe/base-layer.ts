import { type GeoProjection, geoCircle, geoEquirectangular, geoGraticule10, geoOrthographic, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import topology from 'world-atlas/countries-110m.json';
import { colors } from './palette.ts';
import type { Projector } from './projector.ts';
import type { Frame } from './renderer.ts';

const land = feature(topology, topology.objects.land);
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
const graticule = geoGraticule10();

/** The Earth without anything that flies: sea, land, borders, graticule, night. */
export function drawBase(ctx: CanvasRenderingContext2D, projector: Projector, frame: Frame): void {
  const projection = projectionOf(projector);
  const path = geoPath(projection, ctx);
  const shape = (draw: Parameters<typeof path>[0]) => {
    ctx.beginPath();
    path(draw);
  };
  drawGlow(ctx, projector);
  shape({ type: 'Sphere' });
  ctx.fillStyle = colors.ocean;
  ctx.fill();
  if (frame.graticule) {
    shape(graticule);
    ctx.strokeStyle = colors.graticule;
    ctx.lineWidth = 0.7;
    ctx.stroke();
  }
  shape(land);
  ctx.fillStyle = colors.land;
  ctx.fill();
  ctx.strokeStyle = colors.coast;
  ctx.lineWidth = 0.8;
  ctx.stroke();
  if (frame.borders) {
    shape(borders);
    ctx.strokeStyle = colors.border;
    ctx.lineWidth = 0.6;
    ctx.stroke();
  }
  if (frame.night) {
    shape(
      geoCircle()
        .center([frame.sunLonDeg + 180, -frame.sunLatDeg])
        .radius(90)(),
    );
    ctx.fillStyle = colors.night;
    ctx.globalAlpha = 0.45;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  shape({ type: 'Sphere' });
  ctx.strokeStyle = colors.coast;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** A thin ring of air. */
function drawGlow(ctx: CanvasRenderingContext2D, { kind, xPx, yPx, radiusPx }: Projector): void {
  if (kind !== 'globe') return;
  for (let ring = 6; ring > 0; ring--) {
    ctx.beginPath();
    ctx.arc(xPx, yPx, radiusPx + 2.5 * ring, 0, 2 * Math.PI);
    ctx.fillStyle = '#3d78b8';
    ctx.globalAlpha = 0.045;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function projectionOf({ kind, centreLonDeg, centreLatDeg, radiusPx, xPx, yPx }: Projector): GeoProjection {
  if (kind === 'globe')
    return geoOrthographic()
      .rotate([-centreLonDeg, -centreLatDeg])
      .scale(radiusPx)
      .translate([xPx, yPx])
      .precision(0.6)
      .clipAngle(90);
  return geoEquirectangular().rotate([-centreLonDeg, 0]).scale(radiusPx).translate([xPx, yPx]).precision(0.6);
}
