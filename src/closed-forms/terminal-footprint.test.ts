import { expect, test } from 'vitest';
import { defendedDisc } from './terminal-footprint.ts';

const layer = { detectionKm: 500, reactionS: 10, interceptorKmS: 2, heightKm: 40 };

// by hand: T = D/v - t_react, t = T - h/(v sin g), r = sqrt((2 t)^2 - h^2), moved on by h/tan g
test.each([
  ['a class of 3,000 km', 4.865, 38.255, 92.77, 153.9, 50.7],
  ['an ICBM', 7.198, 22.517, 59.46, 80.5, 96.5],
])('%s', (_name, targetKmS, angleDeg, wholeS, radiusKm, downrangeKm) => {
  const disc = defendedDisc({ ...layer, targetKmS, angleDeg });
  expect(disc.flyOutS + layer.heightKm / (targetKmS * Math.sin((angleDeg * Math.PI) / 180))).toBeCloseTo(wholeS, 2);
  expect(Math.abs(disc.radiusKm - radiusKm)).toBeLessThan(0.06);
  expect(Math.abs(disc.downrangeKm - downrangeKm)).toBeLessThan(0.06);
});

test('no disc where the interceptor is not there in time', () => {
  expect(defendedDisc({ ...layer, targetKmS: 7.198, angleDeg: 22.5, detectionKm: 150 }).radiusKm).toBeNaN();
});
