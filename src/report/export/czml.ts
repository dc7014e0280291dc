import type { Scene, SceneLink, SceneObject, ScenePlace } from '../../flow/scene.ts';

/** More objects than this make CesiumJS slow. */
export const CZML_COMFORT_COUNT = 1000;

/** With more places than these, a name shows only from nearer than this. */
const NAMED_PLACES_COUNT = 30;
const NAME_WITHIN_M = 3e6;

/** Colours of groups, red green blue alpha. */
const COLORS = [
  [31, 95, 168, 255],
  [224, 145, 43, 255],
  [47, 143, 111, 255],
  [181, 72, 125, 255],
  [122, 107, 181, 255],
  [106, 159, 212, 255],
];
const THREAT = [217, 60, 40, 255];

/**
 * A scene as CZML, for CesiumJS and tools that read it: satellites and missiles as moving points in Earth-fixed axes, places, links
 * that show while they are used.
 *
 * Positions are metres, interpolated with fifth-degree polynomials between the samples.
 *
 * @param isoOf seconds after the start of the scene as ISO 8601
 * @source cesium-czml, document, position, polyline
 */
export function czmlText(scene: Scene, isoOf: (tS: number) => string): string {
  const interval = `${isoOf(0)}/${isoOf(scene.durationS)}`;
  const groups = [...new Set(scene.objects.map(({ group }) => group))];
  const document = {
    id: 'document',
    name: scene.name,
    version: '1.0',
    description: 'Written by cupola',
    clock: { interval, currentTime: isoOf(0), multiplier: 10, range: 'LOOP_STOP', step: 'SYSTEM_CLOCK_MULTIPLIER' },
  };
  const packets = [
    document,
    ...scene.places.map((place) => placePacket(place, scene.places.length > NAMED_PLACES_COUNT)),
    ...scene.objects.map((object) => objectPacket(object, scene, groups, isoOf)),
    ...scene.links.map((link) => linkPacket(link, interval, isoOf)),
  ];
  return `${JSON.stringify(packets)}\n`;
}

function placePacket({ id, name, latDeg, lonDeg, heightM }: ScenePlace, isCrowded: boolean) {
  return {
    id,
    name,
    position: { cartographicDegrees: [lonDeg, latDeg, heightM] },
    point: {
      pixelSize: 7,
      color: { rgba: [255, 255, 255, 255] },
      outlineColor: { rgba: [27, 36, 48, 255] },
      outlineWidth: 2,
    },
    label: {
      text: name,
      font: '12px sans-serif',
      pixelOffset: { cartesian2: [10, 0] },
      horizontalOrigin: 'LEFT',
      fillColor: { rgba: [255, 255, 255, 255] },
      ...(isCrowded ? { distanceDisplayCondition: { distanceDisplayCondition: [0, NAME_WITHIN_M] } } : {}),
    },
  };
}

function objectPacket(object: SceneObject, scene: Scene, groups: string[], isoOf: (tS: number) => string) {
  const { id, group, kind, tS, positionEcefKm } = object;
  const cartesian: number[] = [];
  for (let i = 0; i < tS.length; i++) {
    const o = 3 * i;
    if (!Number.isFinite(positionEcefKm[o])) continue;
    cartesian.push(tS[i], metres(positionEcefKm[o]), metres(positionEcefKm[o + 1]), metres(positionEcefKm[o + 2]));
  }
  const rgba = kind === 'threat' ? THREAT : COLORS[groups.indexOf(group) % COLORS.length];
  return {
    id,
    name: id,
    description: group,
    availability: availabilityOf(object, isoOf),
    ...(object.catalogued && { properties: properties(object.catalogued) }),
    position: {
      epoch: scene.startUtc,
      referenceFrame: 'FIXED',
      interpolationAlgorithm: 'LAGRANGE',
      interpolationDegree: 5,
      cartesian,
    },
    point: { pixelSize: kind === 'threat' ? 8 : 4, color: { rgba } },
    ...(kind === 'threat'
      ? {
          path: {
            material: { solidColor: { color: { rgba } } },
            width: 2,
            resolution: 5,
            trailTime: 7200,
            leadTime: 0,
          },
        }
      : {}),
  };
}

/** When it is there: one span, or a list of them where it is missing in between. */
function availabilityOf({ tS, positionEcefKm }: SceneObject, isoOf: (tS: number) => string) {
  const spans: string[] = [];
  let from = -1;
  for (let i = 0; i <= tS.length; i++) {
    const isThere = i < tS.length && Number.isFinite(positionEcefKm[3 * i]);
    if (isThere && from < 0) from = i;
    if (isThere || from < 0) continue;
    spans.push(`${isoOf(tS[from])}/${isoOf(tS[i - 1])}`);
    from = -1;
  }
  return spans.length === 1 ? spans[0] : spans;
}

function properties({ catalogNumber, designator }: NonNullable<SceneObject['catalogued']>) {
  return { ...(catalogNumber !== null && { catalogNumber }), ...(designator !== '' && { designator }) };
}

function linkPacket({ from, to, group, spansS }: SceneLink, interval: string, isoOf: (tS: number) => string) {
  return {
    id: `link ${group} ${from} ${to}`,
    name: `${from} to ${to}`,
    description: group,
    polyline: {
      show: [
        { interval, boolean: false },
        ...spansS.map(([fromS, toS]) => ({ interval: `${isoOf(fromS)}/${isoOf(toS)}`, boolean: true })),
      ],
      positions: { references: [`${reference(from)}#position`, `${reference(to)}#position`] },
      arcType: 'NONE',
      width: 2,
      material: { solidColor: { color: { rgba: [240, 200, 60, 220] } } },
    },
  };
}

/** Names in references: `\\` and `#` stand with a backslash. */
function reference(id: string): string {
  return id.replace(/[\\#]/g, '\\$&');
}

function metres(km: number): number {
  return Math.round(km * 1e6) / 1e3;
}
