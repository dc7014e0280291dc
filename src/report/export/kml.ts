import { escapeText } from '../../figures/escape-text.ts';
import type { Scene, SceneObject } from '../../flow/scene.ts';
import { DEG_RAD } from '../../physics/constants.ts';
import { geodeticFromEcef } from '../../physics/ellipsoid.ts';

/**
 * A scene as KML for Google Earth: satellites and missiles as tracks with times, places as points.
 *
 * @param isoOf seconds after the start of the scene as ISO 8601
 */
export function kmlText(scene: Scene, isoOf: (tS: number) => string): string {
  const places = scene.places.map(
    ({ name, latDeg, lonDeg, heightM }) =>
      `<Placemark><name>${escapeText(name)}</name><Point><coordinates>${lonDeg},${latDeg},${heightM}</coordinates></Point></Placemark>`,
  );
  const tracks = scene.objects.map((object) => trackOf(object, isoOf));
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
<Document>
<name>${escapeText(scene.name)}</name>
${[...places, ...tracks].join('\n')}
</Document>
</kml>
`;
}

function trackOf({ id, catalogued, tS, positionEcefKm }: SceneObject, isoOf: (tS: number) => string): string {
  const place = new Float64Array(3);
  const whens: string[] = [];
  const coordinates: string[] = [];
  for (let i = 0; i < tS.length; i++) {
    if (!Number.isFinite(positionEcefKm[3 * i])) continue;
    geodeticFromEcef(positionEcefKm, place, 1, 3 * i, 0);
    const [lat, lon, km] = place as unknown as [number, number, number];
    whens.push(`<when>${isoOf(tS[i])}</when>`);
    coordinates.push(
      `<gx:coord>${(lon / DEG_RAD).toFixed(6)} ${(lat / DEG_RAD).toFixed(6)} ${(1000 * km).toFixed(1)}</gx:coord>`,
    );
  }
  const about = catalogued?.catalogNumber
    ? `<description>${catalogued.catalogNumber} ${escapeText(catalogued.designator)}</description>`
    : '';
  return `<Placemark><name>${escapeText(id)}</name>${about}<gx:Track><altitudeMode>absolute</altitudeMode>${whens.join('')}${coordinates.join('')}</gx:Track></Placemark>`;
}
