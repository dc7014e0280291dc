import type { AimPoint, Footprint } from '../../flow/footprint.ts';
import { degrees } from './geojson.ts';

const DEG_KM = 111.195;

/** Every aim point as the square of its grid, with the share of launch times by layer. @source rfc-7946, section 3 */
export function footprintGeoJson({ points, layers, all, spacingKm, threatName, from }: Footprint): string {
  const features = points.map((point, i) => ({
    type: 'Feature',
    properties: {
      kind: 'footprint',
      threat: threatName,
      from: from.name,
      area: point.area,
      areaKm2: degrees(point.areaKm2),
      ...Object.fromEntries([...layers, all].map(({ id, chances }) => [id, degrees(chances[i])])),
    },
    geometry: { type: 'Polygon', coordinates: [squareOf(point, spacingKm)] },
  }));
  return `{"type":"FeatureCollection","generator":"cupola","features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`;
}

function squareOf({ latDeg, lonDeg, areaKm2 }: AimPoint, spacingKm: number): [number, number][] {
  const half = Math.min(spacingKm, Math.sqrt(areaKm2)) / DEG_KM / 2;
  const across = half / Math.cos((latDeg * Math.PI) / 180);
  const [south, north] = [degrees(latDeg - half), degrees(latDeg + half)];
  // a square is not cut at 180 degrees: its edge stops there
  const [west, east] = [degrees(Math.max(-180, lonDeg - across)), degrees(Math.min(180, lonDeg + across))];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
