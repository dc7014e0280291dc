import type { LaunchMap } from '../../flow/launch-map.ts';
import type { GroundTrack, ScenePlace } from '../../flow/scene.ts';
import { tell } from '../../words/words.ts';

interface Feature {
  type: 'Feature';
  id?: string;
  properties: Record<string, string | number>;
  geometry: { type: string; coordinates: unknown };
}

/** Places, tracks and maps as one GeoJSON collection; lines are cut at 180 degrees. @source rfc-7946, sections 3 and 3.1.9 */
export function geoJsonText(
  places: readonly ScenePlace[],
  tracks: readonly GroundTrack[],
  maps: readonly LaunchMap[],
): string {
  const features = [...places.map(placeFeature), ...tracks.map(trackFeature), ...maps.flatMap(mapFeatures)];
  return `{"type":"FeatureCollection","generator":"cupola","features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`;
}

function placeFeature({ id, name, latDeg, lonDeg, heightM }: ScenePlace): Feature {
  const coordinates = [degrees(lonDeg), degrees(latDeg), heightM];
  return { type: 'Feature', id, properties: { kind: 'place', name }, geometry: { type: 'Point', coordinates } };
}

function trackFeature({ id, group, catalogued, lonDeg, latDeg }: GroundTrack): Feature {
  const lines: [number, number][][] = [[]];
  for (let i = 0; i < lonDeg.length; i++) {
    if (!Number.isFinite(lonDeg[i])) {
      if (lines.at(-1)!.length > 0) lines.push([]);
      continue;
    }
    const here: [number, number] = [degrees(lonDeg[i]), degrees(latDeg[i])];
    const before = lines.at(-1)!.at(-1);
    if (before && Math.abs(here[0] - before[0]) > 180) {
      const edge = before[0] > 0 ? 180 : -180;
      const far = here[0] + 2 * edge;
      const share = (edge - before[0]) / (far - before[0]);
      const lat = degrees(before[1] + share * (here[1] - before[1]));
      lines.at(-1)!.push([edge, lat]);
      lines.push([[-edge, lat]]);
    }
    lines.at(-1)!.push(here);
  }
  const coordinates = lines.filter((line) => line.length > 1);
  return {
    type: 'Feature',
    id,
    properties: {
      kind: 'track',
      group,
      ...(catalogued?.catalogNumber && { catalogNumber: catalogued.catalogNumber }),
      ...(catalogued?.designator && { designator: catalogued.designator }),
    },
    geometry: { type: 'MultiLineString', coordinates },
  };
}

function mapFeatures({ id, rows, columns, values, column, title, blank, beside = [] }: LaunchMap): Feature[] {
  const high = 180 / rows;
  const wide = 360 / columns;
  return values.flatMap((value, cell) => {
    if (!Number.isFinite(value) && !blank?.cells[cell]) return [];
    const south = degrees(-90 + high * Math.floor(cell / columns));
    const west = degrees(-180 + wide * (cell % columns));
    const [north, east] = [degrees(south + high), degrees(west + wide)];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const properties: Feature['properties'] = { kind: 'map', map: id, title: tell(title) };
    for (const each of [{ column, values }, ...beside])
      if (Number.isFinite(each.values[cell])) properties[each.column] = Number(each.values[cell].toPrecision(6));
    return [{ type: 'Feature' as const, properties, geometry: { type: 'Polygon', coordinates: [ring] } }];
  });
}

export function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
