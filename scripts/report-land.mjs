// Writes src/report/svg/land.ts: coastlines for the maps of the report, from Natural Earth 1:110m (public domain).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const atlas = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8'));
const land = feature(atlas, atlas.objects.land);
const rings = [];
for (const { geometry } of land.features) {
  for (const polygon of geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates])
    for (const ring of polygon) rings.push(ring);
}
// tenths of a degree, west to east and south to north; later points of a ring as steps from the one before
const lines = rings
  .map((ring) => {
    let x0 = 0;
    let y0 = 0;
    const words = [];
    for (const [lonDeg, latDeg] of ring) {
      const x = Math.round(lonDeg * 10);
      const y = Math.round(latDeg * 10);
      if (words.length > 0 && x === x0 && y === y0) continue;
      words.push(`${x - x0},${y - y0}`);
      x0 = x;
      y0 = y;
    }
    return words;
  })
  .filter((words) => words.length > 6)
  .map((words) => `  '${words.join(' ')}',`);

const text = `// Written by scripts/report-land.mjs from Natural Earth 1:110m (public domain); do not edit.

/** Coastlines, one ring a line: tenths of a degree of longitude and latitude; each point as a step from the one before. */
const rings = [
${lines.join('\n')}
];

/** Coastlines as the path of a plate carrée map of a size, 180° W to 180° E and 90° N to 90° S. */
export function landPath(width: number, height: number): string {
  return rings
    .map((ring) => {
      let x = 0;
      let y = 0;
      const points = ring.split(' ').map((step, i) => {
        const [east, north] = step.split(',').map(Number);
        x += east!;
        y += north!;
        // a coast that passes 180 degrees goes on at the other edge of the map; the pole is no coast
        const isBreak = Math.abs(east!) > 1800 || y <= -900;
        return \`\${isBreak || i === 0 ? 'M' : 'L'}\${(((x + 1800) / 3600) * width).toFixed(1)} \${(((900 - y) / 1800) * height).toFixed(1)}\`;
      });
      return points.join('');
    })
    .join('');
}
`;
writeFileSync('src/report/svg/land.ts', text);
