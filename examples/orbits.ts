// Where a little Walker constellation is after an hour, Earth-fixed, with the physics of the package alone.
import { compileWalker, gmstRad, orbitPositionsEcefKm, unixSFromIso } from 'cupola/physics';

const orbits = compileWalker({
  pattern: 'delta',
  planes: 3,
  satellitesPerPlane: 4,
  altitudeKm: 550,
  inclinationDeg: 53,
  phasing: 1,
});
const positionEcefKm = new Float64Array(3 * orbits.count);
const tS = 3600;
orbitPositionsEcefKm(orbits, tS, gmstRad(unixSFromIso('2028-06-01T00:00:00Z') + tS), positionEcefKm);
for (let k = 0; k < orbits.count; k++) console.log(k, ...positionEcefKm.slice(3 * k, 3 * k + 3).map(Math.round));
