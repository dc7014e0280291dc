import { expect, test } from 'vitest';
import { frames, fromTeme, toTeme } from './inertial-frames.ts';

// Vallado et al. 2006, appendix C: satellite 00005 three days after its epoch, 2000 day 182.78495062 UTC
const UNIX_S = Date.UTC(2000, 0, 182) / 1000 + 0.78495062 * 86_400;
const TEME = Float64Array.of(-9060.47373569, 4658.70952502, 813.68673153, -2.232832783, -4.11045349, -3.157345433);
const J2000 = [-9059.9413786, 4659.6972, 813.9588875, -2.233348094, -4.110136162, -3.157394074];

test('EME2000 as in the paper of Vallado and others, within 1.2 m and 1 mm/s', () => {
  const found = fromTeme('EME2000', UNIX_S, TEME);
  const apart = [...found].map((value, i) => value - J2000[i]);
  expect(Math.hypot(apart[0], apart[1], apart[2])).toBeLessThan(0.0012);
  expect(Math.hypot(apart[3], apart[4], apart[5])).toBeLessThan(1e-6);
});

test('GCRF is a metre beside it', () => {
  const [a, b] = [fromTeme('EME2000', UNIX_S, TEME), fromTeme('GCRF', UNIX_S, TEME)];
  const apartKm = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  expect(apartKm).toBeGreaterThan(0.0003);
  expect(apartKm).toBeLessThan(0.0015);
});

test('what rests on the Earth has no speed in Earth-fixed axes', () => {
  const resting = toTeme('ITRF', UNIX_S, Float64Array.of(6378, 0, 0, 0, 0, 0));
  expect(Math.hypot(resting[3], resting[4])).toBeCloseTo(0.4651, 4);
  expect(fromTeme('ITRF', UNIX_S, resting)[4]).toBeCloseTo(0, 12);
});

test.each(frames)('there and back again through %s', (frame) => {
  const back = toTeme(frame, UNIX_S, fromTeme(frame, UNIX_S, TEME));
  for (let i = 0; i < 6; i++) expect(back[i]).toBeCloseTo(TEME[i], 8);
});
