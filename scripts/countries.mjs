// Writes src/physics/countries.ts: the countries of the world, from Natural Earth 1:110m (public domain).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-110m.json', 'utf8'));
const { scale, translate } = atlas.transform;

/** Names that the atlas shortens. */
const FULL = {
  'W. Sahara': 'Western Sahara',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Falkland Is.': 'Falkland Islands',
  'Fr. S. Antarctic Lands': 'French Southern and Antarctic Lands',
  "Côte d'Ivoire": 'Ivory Coast',
  'Central African Rep.': 'Central African Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  eSwatini: 'Eswatini',
  'Solomon Is.': 'Solomon Islands',
  'N. Cyprus': 'Northern Cyprus',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  Macedonia: 'North Macedonia',
  'S. Sudan': 'South Sudan',
};

// tenths of a degree; later points of an arc as steps from the one before
const arcs = atlas.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  let x0 = 0;
  let y0 = 0;
  const steps = [];
  arc.forEach(([dx, dy], i) => {
    x += dx;
    y += dy;
    const east = Math.round((x * scale[0] + translate[0]) * 10);
    const north = Math.round((y * scale[1] + translate[1]) * 10);
    if (i > 0 && i < arc.length - 1 && east === x0 && north === y0) return;
    steps.push(`${east - x0},${north - y0}`);
    x0 = east;
    y0 = north;
  });
  return steps.join(' ');
});

const countries = atlas.objects.countries.geometries
  .map(({ type, arcs: given, properties }) => {
    const name = FULL[properties.name] ?? properties.name;
    const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
    const rings = (type === 'Polygon' ? [given] : given).flat();
    return { id, name, rings: rings.map((ring) => ring.join(' ')).join('/') };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

writeFileSync(
  'src/physics/countries.ts',
  `// Written by scripts/countries.mjs from Natural Earth 1:110m (public domain); do not edit.

/** Stretches of coast and border: tenths of a degree east and north; each point as a step from the one before. */
export const arcs: readonly string[] = [
${arcs.map((arc) => `  '${arc}',`).join('\n')}
];

/** Countries: name, English name, and rings as lists of arcs; ~i is arc i backwards. */
export const countries: readonly (readonly [id: string, name: string, rings: string])[] = [
${countries.map(({ id, name, rings }) => `  ['${id}', '${name}', '${rings}'],`).join('\n')}
];
`,
);
