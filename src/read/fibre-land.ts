import type { Catalog, CatalogEntry } from '../catalog/entry.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import type { fibreLands } from '../catalog/kinds.ts';
import { areaOf, countryAt } from '../physics/areas.ts';
import { DEG_RAD } from '../physics/constants.ts';
import { greatCircleKm } from '../physics/great-circle.ts';

export type FibreLand = (typeof fibreLands)[number];

/** A place of the catalog this near tells the land of one that does not state its own. */
const NEAR_KM = 100;

/** Countries of the map by the land on whose lines they are; every other is of Eurasia. */
const LANDS: readonly (readonly [FibreLand, string])[] = [
  [
    'north-america',
    'united-states-of-america canada mexico guatemala belize honduras el-salvador nicaragua costa-rica panama',
  ],
  ['south-america', 'argentina bolivia brazil chile colombia ecuador guyana paraguay peru suriname uruguay venezuela'],
  [
    'africa',
    'algeria angola benin botswana burkina-faso burundi cameroon central-african-republic chad congo democratic-republic-of-the-congo ' +
      'ivory-coast djibouti egypt equatorial-guinea eritrea eswatini ethiopia gabon gambia ghana guinea guinea-bissau kenya lesotho ' +
      'liberia libya malawi mali mauritania morocco mozambique namibia niger nigeria rwanda senegal sierra-leone somalia somaliland ' +
      'south-africa south-sudan sudan tanzania togo tunisia uganda western-sahara zambia zimbabwe',
  ],
  ['australia', 'australia'],
  ['new-zealand', 'new-zealand'],
  ['japan', 'japan'],
  ['south-korea', 'south-korea'],
  ['taiwan', 'taiwan'],
  ['philippines', 'philippines'],
  ['iceland', 'iceland'],
  ['puerto-rico', 'puerto-rico'],
  [
    'none',
    'antarctica bahamas brunei cuba cyprus dominican-republic timor-leste falkland-islands fiji french-southern-and-antarctic-lands ' +
      'greenland haiti indonesia jamaica madagascar new-caledonia northern-cyprus papua-new-guinea solomon-islands sri-lanka ' +
      'trinidad-and-tobago vanuatu',
  ],
];

/**
 * The land on whose lines of fibre a place is that does not say so itself: that of the nearest place of the catalog within 100 km, else that of
 * its country on the map.
 *
 * @returns none at sea, and in countries to which no cable of the catalog leads
 */
export function fibreLandOf(place: { latDeg: number; lonDeg: number }, catalog: Catalog): FibreLand {
  const near = nearest(place, Object.values(catalog.entries.sites));
  if (near && near.km <= NEAR_KM) return near.land;
  for (const part of ['alaska', 'hawaii'] as const) if (areaOf(part).contains(place.latDeg, place.lonDeg)) return part;
  const country = countryAt(place.latDeg, place.lonDeg);
  if (!country) return 'none';
  return LANDS.find(([, ids]) => ids.split(' ').includes(country.id))?.[0] ?? 'eurasia';
}

function nearest(place: { latDeg: number; lonDeg: number }, sites: readonly CatalogEntry[]) {
  let best: { land: FibreLand; km: number } | undefined;
  for (const { fields } of sites) {
    if (fields.fibre === undefined) continue;
    const { latDeg, lonDeg } = fields as Record<'latDeg' | 'lonDeg', SourcedNumber>;
    const km = greatCircleKm(
      place.latDeg * DEG_RAD,
      place.lonDeg * DEG_RAD,
      latDeg.value * DEG_RAD,
      lonDeg.value * DEG_RAD,
    );
    if (!best || km < best.km) best = { land: fields.fibre as FibreLand, km };
  }
  return best;
}
