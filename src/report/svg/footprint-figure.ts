import type { AimPoint, Footprint, FootprintLayer } from '../../flow/footprint.ts';
import { landPath } from './land.ts';
import { shade } from './matrix-chart.ts';
import { CHART_WIDTH, type Figure, faint, label, picture, tag, warm } from './svg.ts';

const MARGIN_DEG = 4;
const KEY_STEPS = 10;
const DEG_KM = 111.195;

/** A map for all layers together, then one for each layer that defends any of it. */
export function footprintFigures(footprint: Footprint): Figure[] {
  const { all, layers } = footprint;
  return [all, ...layers.filter(({ fraction }) => fraction > 0)].map((layer) => footprintFigure(footprint, layer));
}

function footprintFigure(footprint: Footprint, layer: FootprintLayer): Figure {
  const { points, threatName, from } = footprint;
  const share = `${(100 * layer.fraction).toFixed(1)} %`;
  const title = layer.id === 'all' ? 'What all layers can defend' : `What ${layer.id} can defend`;
  const sentence = `Map of aim points: ${share} of the area (not of people) has an intercept in time against one ${threatName} from ${from.name}, by geometry and timing.`;
  return {
    id: `footprint-${layer.id}`,
    title,
    sentence,
    svg: mapOf(footprint, layer, sentence),
    columns: ['area', 'latDeg', 'lonDeg', 'areaKm2', 'chance'],
    rows: points.map((point, i) => [point.area, point.latDeg, point.lonDeg, point.areaKm2, layer.chances[i]!]),
  };
}

/** A plate carrée of the region, each aim point a square of its grid. */
function mapOf({ points, spacingKm }: Footprint, { id, chances }: FootprintLayer, sentence: string): string {
  const clip = `frame-${id}`;
  const frame = frameOf(points);
  const scale = CHART_WIDTH / frame.wideDeg;
  const height = scale * frame.highDeg;
  const x = (lonDeg: number) => scale * (frame.unwrap(lonDeg) - frame.westDeg);
  const y = (latDeg: number) => scale * (frame.northDeg - latDeg);
  const tone = (chance: number) => shade(0.08 + 0.92 * chance);
  const cells = points.map(({ latDeg, lonDeg, areaKm2 }, i) => {
    const high = (scale * Math.min(spacingKm, Math.sqrt(areaKm2))) / DEG_KM; // small islands as large as they are
    const wide = high / Math.cos((latDeg * Math.PI) / 180);
    return tag('rect', {
      x: x(lonDeg) - wide / 2,
      y: y(latDeg) - high / 2,
      width: wide + 0.2,
      height: high + 0.2,
      fill: chances[i]! > 0 ? tone(chances[i]!) : warm,
      'fill-opacity': chances[i]! > 0 ? undefined : 0.5,
    });
  });
  const land = tag(
    'g',
    { transform: `translate(${-scale * (180 + frame.westDeg)} ${-scale * (90 - frame.northDeg)})` },
    tag('path', { d: landPath(360 * scale, 180 * scale), fill: 'none', stroke: '#5b6673', 'stroke-width': 0.6 }),
  );
  const key = Array.from({ length: KEY_STEPS }, (_, i) =>
    tag('rect', { x: 20 * i, y: height + 10, width: 20.3, height: 10, fill: tone((i + 0.5) / KEY_STEPS) }),
  );
  return picture(
    CHART_WIDTH,
    height + 44,
    sentence,
    tag('clipPath', { id: clip }, tag('rect', { x: 0, y: 0, width: CHART_WIDTH, height })),
    tag('rect', { x: 0, y: 0, width: CHART_WIDTH, height, fill: '#f3f5f7' }),
    tag('g', { 'shape-rendering': 'crispEdges', 'clip-path': `url(#${clip})` }, ...cells),
    tag('g', { 'clip-path': `url(#${clip})` }, land),
    ...key,
    label(0, height + 36, 'seldom', { size: 11, color: faint }),
    label(20 * KEY_STEPS, height + 36, 'always', { size: 11, color: faint, anchor: 'end' }),
    label(20 * KEY_STEPS + 12, height + 19, 'an intercept comes in time', { size: 11, color: faint }),
    tag('rect', { x: 480, y: height + 10, width: 10, height: 10, fill: warm, 'fill-opacity': 0.5 }),
    label(495, height + 19, 'never', { size: 11, color: faint }),
  );
}

/** The part of the map that holds all points; across 180 degrees in one piece. */
function frameOf(points: readonly AimPoint[]) {
  const spans = ({ lonDeg }: AimPoint) => lonDeg;
  const plain = points.map(spans);
  const crosses = Math.max(...plain) - Math.min(...plain) > 270;
  const unwrap = (lonDeg: number) => (crosses && lonDeg > 0 ? lonDeg - 360 : lonDeg);
  const lons = plain.map(unwrap);
  const lats = points.map(({ latDeg }) => latDeg);
  const westDeg = Math.min(...lons) - MARGIN_DEG;
  const northDeg = Math.min(90, Math.max(...lats) + MARGIN_DEG);
  const wideDeg = Math.max(...lons) + MARGIN_DEG - westDeg;
  const highDeg = northDeg - Math.max(-90, Math.min(...lats) - MARGIN_DEG);
  return { westDeg, northDeg, wideDeg, highDeg, unwrap };
}
