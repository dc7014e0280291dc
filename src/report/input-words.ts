/** Suffixes of names with the unit that a reader would say; longer ones first. */
const UNITS: [suffix: string, unit: string][] = [
  ['MusdYr', '$ million a year'],
  ['Musd', '$ million'],
  ['UsdKg', '$ a kg'],
  ['KmS2', 'km/s²'],
  ['KmS', 'km/s'],
  ['RcsM2', 'm²'],
  ['PerYr', 'a year'],
  ['HYr', 'hours a year'],
  ['Urad', 'microradians'],
  ['Deg', 'degrees'],
  ['Kg', 'kg'],
  ['Km', 'km'],
  ['Ms', 'ms'],
  ['Yr', 'years'],
  ['G', 'g'],
  ['S', 's'],
  ['M', 'm'],
];
/** Words that say more than the name does. */
const SAID: Record<string, string> = {
  unitMusd: 'unit price ($ million)',
  flyOutMaxS: 'longest fly-out (s)',
  minAltitudeKm: 'lowest intercept (km)',
  maxAltitudeKm: 'highest intercept (km)',
  volumeCount: 'satellites that fit by volume',
};
const SILENT = /(Count|Ratio)$/;

/** An input as a reader says it: `sbi`, `deltaVKmS` -> `sbi: delta v (km/s)`. */
export function inputWords(element: string, path: string): string {
  const last = path.split('.').at(-1)!;
  if (SAID[last] !== undefined) return `${element}: ${SAID[last]}`;
  const [suffix = '', unit] = UNITS.find(([each]) => last.endsWith(each) && last.length > each.length) ?? [];
  const bare = last.slice(0, last.length - suffix.length).replace(SILENT, '') || last;
  const words = bare.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  const place = /\[(\d+)\]/.exec(path)?.[1];
  const shell = place === undefined || Number(place) === 0 ? '' : ` of part ${Number(place) + 1}`;
  return `${element}: ${words}${shell}${unit ? ` (${unit})` : ''}`;
}
